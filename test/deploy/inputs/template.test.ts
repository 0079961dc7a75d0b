import { createHash } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Storage } from '../../../deploy/api/storage.js';
import { bodyOf } from '../../../deploy/inputs/body.js';
import { type TemplateOptions, templateFor } from '../../../deploy/inputs/template.js';
import { attempt } from './folder.js';

/** A template whose text without blanks has so many bytes, and with blanks some more. */
function template(bytes: number, letter = 'x'): string {
  const frame = JSON.stringify({ Resources: { A: { Type: 'AWS::SNS::Topic', Metadata: '' } } });
  const letters = letter.repeat(Math.floor((bytes - frame.length) / Buffer.byteLength(letter)));
  return JSON.stringify({ Resources: { A: { Type: 'AWS::SNS::Topic', Metadata: letters } } }, undefined, 2);
}

interface Played {
  readonly storage: Storage;
  readonly done: string[];
}

function storage(tagged: string | undefined): Played {
  const done: string[] = [];
  const unused = () => Promise.reject(new Error('unused'));
  const made: Storage = {
    findTemplateBucket: async () => tagged,
    createTemplateBucket: async (name) => void done.push(`make ${name}`),
    put: async (bucket, key, body) => {
      done.push(`put ${bucket} ${Buffer.byteLength(body)}`);
      expect(key).to.equal(`templates/${createHash('sha256').update(body).digest('hex')}.json`);
      return `https://${bucket}/x`;
    },
    count: unused,
    empty: unused,
  };
  return { storage: made, done };
}

async function sent(text: string, options: TemplateOptions, tagged?: string, answer?: boolean) {
  const { storage: bucket, done } = storage(tagged);
  const person = answer === undefined ? undefined : { confirm: async () => answer, ask: async () => '' };
  const session = { storage: bucket, person, region: 'eu-west-1', report: () => {} };
  const argument = await attempt(() => templateFor(text, session, options));
  return [...done, typeof argument === 'string' ? argument : Object.keys(argument as object)[0]];
}

const LARGE =
  'The template is too large for a request (51,200 bytes) and has to go through a bucket of S3, and there is none that is meant for it.';

describe('how a template is sent', () => {
  const cases: Readonly<
    Record<string, [string, TemplateOptions, string | undefined, boolean | undefined, readonly unknown[]]>
  > = {
    'as it is': [template(1000), {}, undefined, undefined, ['TemplateBody']],
    'without blanks': [template(51_190), {}, undefined, undefined, ['TemplateBody']],
    'in a bucket that was named': [
      template(60_000),
      { bucket: 'b' },
      'tagged',
      undefined,
      ['put b 60000', 'TemplateURL'],
    ],
    'in a bucket that is tagged': [template(60_000), {}, 'tagged', undefined, ['put tagged 60000', 'TemplateURL']],
    'in a bucket that is made': [
      template(60_000),
      { account: '1' },
      undefined,
      true,
      ['make jiml-templates-1-eu-west-1', 'put jiml-templates-1-eu-west-1 60000', 'TemplateURL'],
    ],
    'not without consent': [template(60_000), {}, undefined, false, [LARGE]],
    'not where nobody can be asked': [template(60_000), {}, undefined, undefined, [LARGE]],
    'counted in bytes': [template(60_000, 'ü'), { bucket: 'b' }, undefined, undefined, ['put b 60000', 'TemplateURL']],
    'not at all': [
      template(1_000_001),
      { bucket: 'b' },
      undefined,
      undefined,
      [
        'The template has 1,000,001 bytes, and CloudFormation takes 1,000,000.\nSplit the blueprint into several; one refers to what another exports with !ImportValue.\nThe largest of its 1 resources: A (999,981 bytes).',
      ],
    ],
  };
  for (const [name, [text, options, tagged, answer, expected]] of Object.entries(cases))
    it(name, async () => expect(await sent(text, options, tagged, answer)).to.deep.equal(expected));

  it('says the same without blanks, in the same order', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const filler = 'x'.repeat(51_200);
        const { text } = bodyOf(JSON.stringify({ filler, b: value, a: ' " \\ \n ' }, undefined, 2));
        expect(text).to.equal(JSON.stringify({ filler, b: value, a: ' " \\ \n ' }));
      }),
      { numRuns: 50 },
    );
  });
});
