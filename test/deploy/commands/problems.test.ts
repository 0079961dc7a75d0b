import { expect } from 'chai';
import type { Outcome } from '../../../compiler/commands/outcome.js';
import type { Answer, CloudFormation, Operation } from '../../../deploy/api/cloudformation.js';
import { Fault } from '../../../deploy/api/fault.js';
import { deploy } from '../../../deploy/commands/deploy.js';
import { blueprint, Stage } from '../flow/stage.js';

/** A CloudFormation that gives answers of its own to some requests. */
function answering(
  cloud: CloudFormation,
  answers: { readonly [O in Operation]?: (answer: Answer<O>) => Answer<O> },
): CloudFormation {
  return {
    call: async (operation, input, signal) => {
      const other = answers[operation];
      // One that needs no answer to begin with does not ask for it.
      if (other?.length === 0) return (other as () => Answer<typeof operation>)();
      const answer = await cloud.call(operation, input, signal);
      return other?.(answer) ?? answer;
    },
  };
}

const failed = (reason: string) => (answer: Answer<'DescribeChangeSet'>) => ({
  ...answer,
  Status: 'FAILED' as const,
  ExecutionStatus: 'UNAVAILABLE' as const,
  StatusReason: reason,
});

describe('what CloudFormation has against a change set', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = new Stage();
  });
  afterEach(() => stage.remove());

  const said = ({ diagnostics }: Outcome) =>
    diagnostics.map(({ code, message, span, hint }) => [span.start.line, code, message, ...(hint ? [hint] : [])]);

  it('is said of a name that is taken, at its resource', async () => {
    stage.write(
      'name: one\nresources:\n  - { id: A, type: AWS::S3::Bucket, deletionPolicy: Delete, config: { BucketName: taken-name } }\n',
    );
    await deploy(stage.deployOptions(), stage.session());
    stage.write(
      'name: two\nresources:\n  - { id: Other, type: AWS::SNS::Topic }\n  - { id: B, type: AWS::S3::Bucket, deletionPolicy: Delete, config: { BucketName: taken-name } }\n',
    );
    const outcome = await deploy(stage.deployOptions(), stage.session());
    expect(outcome.failed).to.equal(true);
    const [[line, code, message] = []] = said(outcome).filter(([, one]) => one === 'validation-failed');
    expect([line, code]).to.deep.equal([4, 'validation-failed']);
    expect(message).to.match(/^CloudFormation refuses "B": .*taken-name.*\.$/);
    expect(await stage.status('two')).to.equal(undefined);
  });

  it('is said at the property that a path names', async () => {
    stage.between = (cloud) =>
      answering(cloud, {
        DescribeChangeSet: failed('Early validation failed.'),
        DescribeEvents: () => ({
          OperationEvents: [
            {
              EventType: 'VALIDATION_ERROR',
              LogicalResourceId: 'Mail',
              ValidationPath: '/Resources/Mail/Properties/Protocol',
              ValidationStatusReason: 'smtp is no protocol',
              ValidationStatus: 'FAILED',
            },
            { EventType: 'VALIDATION_ERROR', LogicalResourceId: 'Jobs', ValidationStatus: 'SKIPPED' },
            { EventType: 'STACK_EVENT', LogicalResourceId: 'Jobs' },
          ],
        }),
      });
    const outcome = await deploy(stage.deployOptions(), stage.session());
    expect(said(outcome)).to.deep.equal([
      [8, 'validation-failed', 'CloudFormation refuses "Mail": smtp is no protocol.'],
    ]);
    expect(stage.changed).to.include('DeleteChangeSet');
  });

  it('is said with what a hook recommends', async () => {
    stage.between = (cloud) =>
      answering(cloud, {
        DescribeChangeSet: failed('The following hook(s) failed: [Acme::Topics]'),
        ListHookResults: () => ({
          HookResults: [
            { HookResultId: '1', TypeName: 'Acme::Topics', Status: 'HOOK_COMPLETE_FAILED', FailureMode: 'FAIL' },
            { HookResultId: '2', TypeName: 'Acme::Names', Status: 'HOOK_COMPLETE_SUCCEEDED' },
          ],
        }),
        GetHookResult: () => ({
          Target: { TargetType: 'RESOURCE', TargetTypeName: 'AWS::SNS::Topic', TargetId: 'Alarms', Action: 'CREATE' },
          Annotations: [
            {
              AnnotationName: 'encryption',
              Status: 'FAILED',
              StatusMessage: 'it is not encrypted',
              RemediationMessage: 'Give it a key.',
              RemediationLink: 'https://example.com/keys',
            },
            { AnnotationName: 'name', Status: 'PASSED' },
          ],
        }),
      });
    const outcome = await deploy(stage.deployOptions(), stage.session());
    expect(said(outcome)).to.deep.equal([
      [
        5,
        'hook-failed',
        'The hook Acme::Topics refuses this: encryption: it is not encrypted.',
        'Give it a key. https://example.com/keys',
      ],
    ]);
  });

  it('is a warning where a hook only warns, and the change set is executed', async () => {
    stage.between = (cloud) =>
      answering(cloud, {
        ListHookResults: () => ({
          HookResults: [
            { TypeName: 'Acme::Topics', Status: 'HOOK_FAILED', FailureMode: 'WARN', HookStatusReason: 'Not nice' },
          ],
        }),
      });
    expect((await deploy(stage.deployOptions(), stage.session())).verdict).to.equal('done');
    const warned = stage.events.flatMap((event) => (event.kind === 'diagnostic' ? [event.diagnostic.message] : []));
    expect(warned).to.deep.equal(['The hook Acme::Topics warns of this: Not nice.']);
  });

  it('is said at the resource that the reason mentions, or at the beginning', async () => {
    const rows = [
      ['Transform failed for Mail', 6],
      ['Something is wrong', 1],
    ] as const;
    for (const [reason, line] of rows) {
      stage.between = (cloud) => answering(cloud, { DescribeChangeSet: failed(reason), DescribeEvents: () => ({}) });
      const outcome = await deploy(stage.deployOptions(), stage.session());
      expect(said(outcome)).to.deep.equal([
        [line, 'change-set-failed', `CloudFormation made no change set: ${reason}.`],
      ]);
      expect(await stage.status()).to.equal(undefined);
    }
  });

  for (const reason of [
    'No updates are to be performed.',
    "The submitted information didn't contain changes. Submit different information to create a change set.",
  ]) {
    it(`is nothing where it says "${reason}"`, async () => {
      await deploy(stage.deployOptions(), stage.session());
      stage.write(blueprint({ delay: 3 }));
      stage.between = (cloud) => answering(cloud, { DescribeChangeSet: failed(reason) });
      const { verdict, failed: no } = await deploy(stage.deployOptions(), stage.session());
      expect([verdict, no]).to.deep.equal(['none', false]);
      expect(stage.changed.at(-1)).to.equal('DeleteChangeSet');
    });
  }

  it('is nothing where a change set of an unchanged template is ready and has no changes', async () => {
    await deploy(stage.deployOptions(), stage.session());
    stage.between = (cloud) =>
      answering(cloud, {
        DescribeChangeSet: (answer) => ({ ...answer, Status: 'CREATE_COMPLETE', Changes: [], StatusReason: undefined }),
      });
    expect((await deploy(stage.deployOptions(), stage.session())).verdict).to.equal('none');
    expect(stage.changed.at(-1)).to.equal('DeleteChangeSet');
  });

  it('is executed where only outputs change, which no change set lists', async () => {
    await deploy(stage.deployOptions(), stage.session());
    stage.write(blueprint().replace('  Topic: $Jobs', '  Topic: $Jobs\n  Other: $Alarms'));
    const { verdict } = await deploy(stage.deployOptions(), stage.session());
    expect(verdict).to.equal('done');
    expect(Object.keys(stage.result?.outputs ?? {})).to.deep.equal(['Other', 'Topic']);
  });

  it('is executed where only tags change', async () => {
    await deploy(stage.deployOptions(), stage.session());
    expect((await deploy(stage.deployOptions({ tags: ['team=shop'] }), stage.session())).verdict).to.equal('done');
    expect((await deploy(stage.deployOptions({ tags: ['team=shop'] }), stage.session())).verdict).to.equal('none');
  });

  it('is said where the template is refused at once', async () => {
    stage.between = (cloud) => ({
      call: (operation, input, signal) => {
        if (operation !== 'CreateChangeSet') return cloud.call(operation, input, signal);
        throw new Fault('refused', 'ValidationError', 'Template format error: Unresolved dependencies in Mail');
      },
    });
    const outcome = await deploy(stage.deployOptions(), stage.session());
    expect(said(outcome).map(([line, code]) => [line, code])).to.deep.equal([[6, 'change-set-failed']]);
    expect(outcome.failed).to.equal(true);
  });
});
