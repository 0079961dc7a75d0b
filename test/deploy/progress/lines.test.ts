import { stripVTControlCharacters } from 'node:util';
import { expect } from 'chai';
import type { DeployEvent } from '../../../deploy/api/report.js';
import { failureOf } from '../../../deploy/progress/failure.js';
import { lines } from '../../../deploy/progress/lines.js';
import { everything } from '../../diff/render/fixtures.js';
import { events, result, StillClock, watched } from './play.js';

const BLUEPRINT = 'region: us-east-1\nresources:\n  - type: network\n    id: Network\n  - type: database\n    id: DB\n';

function written(
  told: readonly DeployEvent[],
  settings: { readonly colour?: boolean; readonly source?: string | undefined } = {},
): string {
  const { colour, source } = { colour: false, source: BLUEPRINT, ...settings };
  let text = '';
  const clock = new StillClock();
  clock.at(272_000);
  const view = lines({ write: (more) => (text += more), clock, colour, source: () => source });
  for (const event of told) view.report(event);
  view.close();
  return text;
}

/** The lines of a text, without blanks at their ends. */
function shown(told: readonly DeployEvent[], settings = {}): readonly string[] {
  return written(told, settings).trimEnd().split('\n');
}

const watch: DeployEvent = {
  kind: 'watch',
  stack: 'shop',
  resources: [watched('Network'), watched('DB<Network'), watched('Server<DB')],
};

describe('the lines of a deployment', () => {
  it('have a column each for the time, how long it goes on, the state, the id, the type, the place and the reason', () => {
    const told = events(
      '0 shop CREATE_IN_PROGRESS User Initiated',
      '1 Network CREATE_IN_PROGRESS',
      '62 Network CREATE_COMPLETE',
      '3700 DB CREATE_FAILED No such class.',
      '3701 shop ROLLBACK_COMPLETE',
    );
    expect(shown([watch, ...told])).to.deep.equal([
      '12:03:00Z      +0s  CREATE_IN_PROGRESS  shop      User Initiated',
      '12:03:01Z      +1s  CREATE_IN_PROGRESS  Network   AWS::EC2::VPC         shop.yaml:2',
      '12:04:02Z   +1m02s  CREATE_COMPLETE     Network   AWS::EC2::VPC         shop.yaml:2',
      '13:04:40Z   +1h01m  CREATE_FAILED       DB        AWS::RDS::DBInstance  shop.yaml:5   No such class.',
      '13:04:41Z   +1h01m  ROLLBACK_COMPLETE   shop',
    ]);
  });

  it('stay aligned where a state is longer than those before', () => {
    const told = events('0 shop UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', '1 DB DELETE_COMPLETE');
    expect(shown(told)).to.deep.equal([
      '12:03:00Z      +0s  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS  shop',
      '12:03:01Z      +1s  DELETE_COMPLETE                      DB        AWS::RDS::DBInstance  shop.yaml:5',
    ]);
  });

  it('name a resource of a nested stack by its way', () => {
    const [line = ''] = shown(events('0 Data/Table CREATE_COMPLETE'));
    expect(line).to.match(/ {2}Data\/Table {2}AWS::SNS::Topic$/);
  });

  it('say what is begun, noted and warned of, with the time', () => {
    const told: readonly DeployEvent[] = [
      { kind: 'step', text: 'creating a change set' },
      { kind: 'note', text: 'It is new.' },
      { kind: 'warning', text: 'It is open.' },
    ];
    expect(shown(told)).to.deep.equal([
      '12:07:32Z           creating a change set',
      '12:07:32Z           note: It is new.',
      '12:07:32Z           warning: It is open.',
    ]);
  });

  it('end with the first cause at its line, what was done then, the outputs, and what to do next', () => {
    const told = events(
      '0 shop CREATE_IN_PROGRESS',
      '9 DB CREATE_FAILED Access denied by rds.',
      '9 Network CREATE_FAILED Resource creation cancelled',
      '10 shop ROLLBACK_IN_PROGRESS',
      '12 shop ROLLBACK_COMPLETE',
    );
    const failure = failureOf(
      told.flatMap((event) => (event.kind === 'resource' ? [event] : [])),
      told.flatMap((event) => (event.kind === 'stack' ? [event] : [])),
    );
    const end: DeployEvent = {
      kind: 'end',
      result: result({
        verdict: 'rolled-back',
        text: 'The stack "shop" was rolled back.',
        failure,
        next: ['jiml deploy shop.yaml'],
        outputs: { Url: { value: 'http://a', description: 'Where it is' }, LongName: { value: '日本' } },
      }),
    };
    expect(shown([...told, end]).slice(5)).to.deep.equal(
      [
        '',
        'shop.yaml:5:5: error: DB (AWS::RDS::DBInstance) could not be created: Access denied by rds. ',
        '  |',
        '5 |   - type: database',
        '  |     ^^^^^^^^^^^^^^',
        '  = Who deploys, or the role given with --role-arn, lacks a permission; CloudTrail names the call that was denied.',
        '',
        '1 more was given up because of that. CloudFormation deleted what had been created; the empty stack can only be deleted.',
        '',
        '12:07:32Z   +4m32s  The stack "shop" was rolled back.',
        '',
        'Outputs:',
        '  Url       http://a  Where it is',
        '  LongName  日本',
        '',
        'Next:',
        '  jiml deploy shop.yaml',
      ].map((line) => line.trimEnd()),
    );
  });

  it('end without the line where its text is not at hand', () => {
    const told = events('9 DB CREATE_FAILED No.', '9 Topic CREATE_FAILED Nor I.');
    const failure = failureOf(told.flatMap((event) => (event.kind === 'resource' ? [event] : [])));
    expect(shown([{ kind: 'end', result: result({ failure }) }], { source: undefined }).slice(0, 3)).to.deep.equal([
      'shop.yaml:5: error: DB (AWS::RDS::DBInstance) could not be created: No.',
      '',
      'error: Topic (AWS::SNS::Topic) could not be created: Nor I.',
    ]);
  });

  it('draw the review as a difference, with the parameters, tags and capabilities', () => {
    const review = {
      stack: 'shop',
      region: 'us-east-1',
      action: 'update',
      comparison: everything,
      parameters: [{ name: 'Password', value: '****', previous: true }],
      tags: { team: 'web' },
      capabilities: [{ name: 'CAPABILITY_IAM', ids: ['Role'] }],
    } as const;
    const text = written([{ kind: 'review', review }]);
    for (const part of [
      'Stack "shop" in us-east-1 would be updated.',
      'Parameters:\n  Password = **** (as before)\n',
      'Tags:\n  team = web\n',
      'Capabilities:\n  CAPABILITY_IAM, for Role\n',
      `From ${everything.before} to ${everything.after}`,
    ]) {
      expect(text).to.contain(part);
    }
  });

  it('say of a stack that comes or goes only what it comes to', () => {
    const review = {
      ...{ stack: 'shop', region: 'us-east-1', comparison: everything },
      ...{ parameters: [], tags: {}, capabilities: [] },
    } as const;
    const titled = (['create', 'update', 'import', 'delete'] as const).map((action) =>
      written([{ kind: 'review', review: { ...review, action } }]).includes(`From ${everything.before}`),
    );
    expect(titled).to.deep.equal([false, true, true, false]);
  });

  it('are the same in colour', () => {
    const told: readonly DeployEvent[] = [
      watch,
      ...events('0 shop CREATE_IN_PROGRESS', '1 DB CREATE_FAILED Bad.', '2 shop ROLLBACK_COMPLETE'),
      { kind: 'note', text: 'Note.' },
      { kind: 'end', result: result({ verdict: 'stuck', next: ['jiml status'] }) },
    ];
    expect(stripVTControlCharacters(written(told, { colour: true }))).to.equal(written(told));
    expect(written(told, { colour: true })).to.contain('\x1b[31m');
  });

  it('write nothing that a terminal or a log would obey', () => {
    const evil = '\x1b]0;evil\x07\r\n::error::evil\u202e\x9b31m';
    const place = { where: `${evil}:3` };
    const told: readonly DeployEvent[] = [
      { kind: 'step', text: evil },
      { kind: 'note', text: evil },
      {
        kind: 'review',
        review: {
          stack: evil,
          region: evil,
          account: evil,
          action: 'none',
          comparison: { ...everything, before: evil, after: evil },
          parameters: [{ name: evil, value: evil, previous: false }],
          tags: { [evil]: evil },
          capabilities: [{ name: evil, ids: [evil] }],
        },
      },
      { kind: 'watch', stack: evil, resources: [{ id: evil, type: evil, needs: [evil], action: 'add', ...place }] },
      {
        kind: 'resource',
        at: Number.NaN,
        stack: evil,
        id: evil,
        type: evil,
        status: 'CREATE_FAILED',
        reason: evil,
        physicalId: evil,
        ...place,
      },
      { kind: 'stack', at: 1e99, stack: evil, status: 'CREATE_FAILED', reason: evil },
      {
        kind: 'end',
        result: result({
          text: evil,
          next: [evil],
          outputs: { [evil]: { value: evil, description: evil } },
          failure: {
            first: [
              { at: 0, stack: evil, id: evil, type: evil, status: 'CREATE_FAILED', reason: evil, hint: evil, ...place },
              { at: 0, stack: evil, id: evil, type: evil, status: 'CREATE_FAILED', reason: evil, hint: evil },
            ],
            cascade: 1,
            // biome-ignore lint/suspicious/noThenProperty: it is a text, and nothing awaits a report
            then: evil,
          },
        }),
      },
    ];
    const text = written(told, { source: evil });
    expect(text.replaceAll('\n', '')).not.to.match(/[\p{Cc}\u202e]/u);
    expect(text).not.to.match(/^::/m);
  });
});
