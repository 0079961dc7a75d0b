import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { text } from '../../../compiler/diff/render/text.js';
import type { Review } from '../../../deploy/api/report.js';
import { readPlan, writePlan } from '../../../deploy/plan/file.js';
import { attempt, inFolder } from '../inputs/folder.js';
import { plan } from './plan.js';

function schemaOf(name: string) {
  const file = new URL(`../../../../schemas/output/${name}.schema.json`, import.meta.url);
  return new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync(file, 'utf8')));
}

function withChange(review: Review, change: object): object {
  const { comparison } = review;
  const resources = comparison.diff.resources.map((one) => ({ ...one, ...change }));
  return { ...review, comparison: { ...comparison, diff: { ...comparison.diff, resources } } };
}

describe('a plan file', () => {
  it('is what its schema says', async () => {
    const written = JSON.parse(JSON.stringify(await plan()));
    const [asPlan, asDiff] = [schemaOf('plan'), schemaOf('diff')];
    expect(asPlan(written), JSON.stringify(asPlan.errors)).to.equal(true);
    expect(asDiff(written.review.comparison.diff), JSON.stringify(asDiff.errors)).to.equal(true);
  });

  it('has no change set where there is nothing to change', async () => {
    const { review } = await plan();
    const idle = await plan({ changeSet: undefined, review: { ...review, action: 'none' } });
    expect(idle).not.to.have.property('changeSet');
    const asPlan = schemaOf('plan');
    expect(asPlan(JSON.parse(JSON.stringify(idle))), JSON.stringify(asPlan.errors)).to.equal(true);
    const read = await inFolder({}, async () => {
      await writePlan('p.json', idle);
      return readPlan('p.json');
    });
    expect(read.review.action).to.equal('none');
  });

  it('holds no secret, and hashes it with other salt each time', async () => {
    const [one, other] = [await plan(), await plan()];
    expect(JSON.stringify(one)).not.to.include('hunter2');
    expect(one.parameters.Password).not.to.deep.equal(other.parameters.Password);
    expect(one.salt).not.to.equal(other.salt);
  });

  it('comes back as it was, and can be shown', async () => {
    const written = await plan();
    const read = await inFolder({}, async () => {
      await writePlan('p.json', written);
      return readPlan('p.json');
    });
    expect(JSON.stringify(read)).to.equal(JSON.stringify(written));
    expect(text([read.review.comparison], { full: false, all: false, colour: false })).to.include(
      'D (AWS::DynamoDB::Table) is replaced',
    );
  });

  it('is for its owner only, also where there was one before', async () => {
    const modes = await inFolder({ 'old.json': '{}' }, async () => {
      for (const file of ['new.json', 'old.json']) await writePlan(file, await plan());
      return ['new.json', 'old.json'].map((file) => statSync(file).mode & 0o777);
    });
    expect(modes).to.deep.equal([0o600, 0o600]);
  });

  const refused: Readonly<Record<string, [change: object | string, problem: string]>> = {
    'no JSON': ['{', '"p.json" is no plan: it is not JSON.'],
    nothing: ['', '"p.json" is no plan: it is not JSON.'],
    'a list': ['[]', '"p.json" is no plan that can be carried out: it is no map.'],
    'another version': [
      { version: 2 },
      '"p.json" is no plan that can be carried out: it is of version 2, and this jiml knows version 1.',
    ],
    'no version': [
      '{}',
      '"p.json" is no plan that can be carried out: it is of version none, and this jiml knows version 1.',
    ],
    'a missing field': [{ changeSet: undefined }, 'its "changeSet" is missing.'],
    'a stack of another kind': [{ stack: 'shop' }, 'its "stack" is of another kind.'],
    'a stack without a region': [{ stack: { name: 'shop' } }, 'its "stack" is of another kind.'],
    'a time that is none': [{ at: 1e300 }, 'its "at" is of another kind.'],
    'a digest that is none': [{ template: 'abc' }, 'its "template" is of another kind.'],
    'a hash that is none': [
      { parameters: { P: { kind: 'secret', hash: 'x' } } },
      'its "parameters" is of another kind.',
    ],
    'a value that is none': [{ parameters: { P: 'x' } }, 'its "parameters" is of another kind.'],
    'a tag that is no text': [{ tags: { a: 1 } }, 'its "tags" is of another kind.'],
    'a review that is none': [{ review: {} }, 'its "review" is of another kind.'],
    'a diff that is none': [
      { review: { stack: 'a', comparison: { diff: { version: 1, resources: [null] } } } },
      'its "review" is of another kind.',
    ],
  };
  for (const [name, [changed, problem]] of Object.entries(refused))
    it(`is not ${name}`, async () => {
      const content = typeof changed === 'string' ? changed : JSON.stringify({ ...(await plan()), ...changed });
      const found = await inFolder({ 'p.json': content }, () => attempt(() => readPlan('p.json')));
      expect(found)
        .to.be.a('string')
        .that.satisfies((said: string) => said.endsWith(problem), String(found));
    });

  const edits: Readonly<Record<string, (review: Review) => object>> = {
    'does what no review does': (review) => ({ ...review, action: 'destroy' }),
    'shows values that are none': (review) => ({ ...review, parameters: [{ name: 1 }] }),
    'is compared with nothing': ({ comparison, ...rest }) => ({ ...rest, comparison: { ...comparison, before: {} } }),
    'has a change of no kind': (review) => withChange(review, { action: 'zap' }),
    'has a change without reasons': (review) => withChange(review, { because: undefined }),
    'has a property without a path': (review) => withChange(review, { properties: [1] }),
    'has a place that is none': (review) => withChange(review, { after: { file: 'a' } }),
  };
  for (const [name, edit] of Object.entries(edits))
    it(`is not one whose review ${name}`, async () => {
      const written = await plan();
      const content = JSON.stringify({ ...written, review: edit(written.review) });
      const found = await inFolder({ 'p.json': content }, () => attempt(() => readPlan('p.json')));
      expect(found).to.equal('"p.json" is no plan that can be carried out: its "review" is of another kind.');
    });

  it('must be there, and a file', async () => {
    const found = await inFolder({ 'folder/x': '' }, async () => [
      await attempt(() => readPlan('nope.json')),
      await attempt(() => readPlan('folder')),
      await attempt(() => readPlan('/dev/zero')),
    ]);
    expect(found).to.deep.equal([
      'There is no plan "nope.json".',
      '"folder" is a folder, and no plan.',
      '"/dev/zero" is no file.',
    ]);
  });

  it('is not a file that is too large', async () => {
    const found = await inFolder({}, () => {
      writeFileSync('p.json', Buffer.alloc(64 * 1024 * 1024 + 1));
      return attempt(() => readPlan('p.json'));
    });
    expect(found).to.equal('"p.json" is no plan: it is larger than any.');
  });

  it('may have any names in it', async () => {
    const found = await inFolder({}, async () => {
      await writePlan('p.json', await plan({ tags: new Map([['__proto__', 'x']]) }));
      return readPlan('p.json');
    });
    expect(Object.entries(found.tags)).to.deep.equal([['__proto__', 'x']]);
    expect(Object.keys(found.parameters)).to.include('__proto__');
  });
});
