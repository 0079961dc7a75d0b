import { readFileSync } from 'node:fs';
import { ResourceStatus, StackStatus } from '@aws-sdk/client-cloudformation';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import type { DeployEvent } from '../../../deploy/api/report.js';
import { failureOf } from '../../../deploy/progress/failure.js';
import { json } from '../../../deploy/progress/json.js';
import { everything } from '../../diff/render/fixtures.js';
import { events, result, StillClock, watched } from './play.js';

function schema(name: string) {
  return JSON.parse(readFileSync(new URL(`../../../../schemas/output/${name}.schema.json`, import.meta.url), 'utf8'));
}

const ajv = new Ajv({ allowUnionTypes: true });
for (const name of ['diff', 'diagnostics']) ajv.addSchema(schema(name), `${name}.schema.json`);
const validate = ajv.compile(schema('event'));

function written(told: readonly DeployEvent[]): string {
  let text = '';
  const view = json({ write: (more) => (text += more), clock: new StillClock() });
  for (const event of told) view.report(event);
  view.close();
  return text;
}

const position = { offset: 0, line: 1, column: 1 };
const place = { file: 'shop.yaml', span: { start: position, end: position } };

/** An event of each kind, with everything that it can carry, and with as little as it can. */
const every: Readonly<Record<DeployEvent['kind'], readonly DeployEvent[]>> = {
  step: [{ kind: 'step', text: 'creating a change set' }],
  note: [{ kind: 'note', text: 'It is new.' }],
  warning: [{ kind: 'warning', text: 'It is open.' }],
  review: [
    {
      kind: 'review',
      review: {
        stack: 'shop',
        region: 'us-east-1',
        account: '123456789012',
        action: 'update',
        changeSet: 'jiml-1',
        comparison: everything,
        parameters: [{ name: 'Password', value: '****', previous: true }],
        tags: { team: 'web' },
        capabilities: [{ name: 'CAPABILITY_IAM', ids: ['Role'] }],
      },
    },
    {
      kind: 'review',
      review: {
        stack: 'a',
        region: 'b',
        action: 'none',
        comparison: everything,
        parameters: [],
        tags: {},
        capabilities: [],
      },
    },
  ],
  diagnostic: [
    {
      kind: 'diagnostic',
      diagnostic: {
        code: 'unknown-property',
        severity: 'error',
        message: 'No.',
        path: ['resources', 0],
        related: [{ message: 'Here.', ...place }],
        hint: 'Yes.',
        docs: 'docs/diagnostics.md#unknown-property',
        ...place,
      },
    },
  ],
  watch: [
    { kind: 'watch', stack: 'shop', resources: [watched('DB<Network'), watched('Topic', 'none')] },
    { kind: 'watch', stack: 'shop/Data', resources: [] },
  ],
  resource: [
    ...events('1 DB CREATE_FAILED No.', '2 Data/Topic CREATE_COMPLETE'),
    ...Object.values(ResourceStatus).flatMap((status) => events(`1 DB ${status}`)),
  ],
  stack: Object.values(StackStatus).flatMap((status) => events(`1 shop ${status}`, `2 shop/Data ${status} Why.`)),
  end: [
    { kind: 'end', result: result({}) },
    {
      kind: 'end',
      result: result({
        stackId: 'arn:aws:cloudformation:us-east-1:123456789012:stack/shop/1',
        status: 'ROLLBACK_COMPLETE',
        verdict: 'rolled-back',
        next: ['jiml status'],
        outputs: { Url: { value: 'http://a', description: 'Where' }, ['__proto__']: { value: 'b' } },
        failure: {
          first: [
            {
              at: 0,
              stack: 'shop',
              id: 'DB',
              type: 'A::B::C',
              status: 'CREATE_FAILED',
              reason: 'No.',
              hint: 'Yes.',
              where: 'shop.yaml:1',
            },
            { at: 0, stack: 'shop', id: 'DB', type: 'A::B::C', status: 'CREATE_FAILED' },
          ],
          cascade: 2,
          // biome-ignore lint/suspicious/noThenProperty: it is a text, and nothing awaits a report
          then: 'It went back.',
        },
      }),
    },
  ],
};

describe('the JSON of events', () => {
  for (const [kind, told] of Object.entries(every)) {
    it(`is one line each and as its schema says, for ${kind}`, () => {
      const lines = written(told).split('\n');
      expect(lines.pop()).to.equal('');
      expect(lines.length).to.equal(told.length);
      for (const line of lines)
        expect(validate(JSON.parse(line)), `${line} ${JSON.stringify(validate.errors)}`).to.equal(true);
    });
  }

  it('has the time of the event, or else that of the clock', () => {
    const told: readonly DeployEvent[] = [...events('61 DB CREATE_COMPLETE'), { kind: 'note', text: 'Now.' }];
    expect(
      written(told)
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).at),
    ).to.deep.equal(['2026-11-21T12:04:01.000Z', '2026-11-21T12:03:00.000Z']);
  });

  it('writes an event as it is', () => {
    expect(JSON.parse(written(events('61 DB CREATE_FAILED No.')))).to.deep.equal({
      kind: 'resource',
      at: '2026-11-21T12:04:01.000Z',
      stack: 'shop',
      id: 'DB',
      type: 'AWS::RDS::DBInstance',
      status: 'CREATE_FAILED',
      reason: 'No.',
      where: 'shop.yaml:5',
    });
  });

  it('keeps back what an event carries beside its fields', () => {
    const more = { ResourceProperties: 'hunter2', NoEcho: 'hunter2' };
    const [failed] = events('1 DB CREATE_FAILED No.');
    const told = [
      { ...events('1 DB CREATE_FAILED No.')[0], ...more },
      { ...events('1 shop CREATE_FAILED No.')[0], ...more },
      { kind: 'watch', stack: 'shop', resources: [{ ...watched('DB'), ...more }], ...more },
      { kind: 'review', review: { ...(every.review[0] as { review: object }).review, ...more } },
      {
        kind: 'end',
        result: {
          ...result({ failure: { ...failureOf([]), first: [{ ...failed, ...more }], ...more } as never }),
          ...more,
        },
      },
    ] as unknown as readonly DeployEvent[];
    expect(written(told)).not.to.contain('hunter2');
  });

  it('has a schema that refuses what is no event', () => {
    for (const wrong of [{}, { kind: 'note', text: 'No time.' }, { kind: 'other', at: '2026-11-21T12:04:01.000Z' }]) {
      expect(validate(wrong)).to.equal(false);
    }
  });
});
