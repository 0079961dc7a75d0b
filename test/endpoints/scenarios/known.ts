import type { Expected } from '../harness/scenario.js';
import type { SimulatorName } from '../harness/simulators.js';

/** What a simulator does otherwise than AWS. */
export interface Known {
  /** The scenario and its step: `messages: no change`. */
  readonly at: string;
  /** What comes of it instead. */
  readonly does?: Partial<Expected>;
  /** Whether the rest of the scenario cannot be run. */
  readonly ends?: true;
  readonly because: string;
}

/** The one place where it stands what the simulators get wrong. */
export const known: Readonly<Record<SimulatorName, readonly Known[]>> = {
  moto: [
    {
      at: 'messages: create',
      does: { changes: ['add Address', 'add Archive', 'add Inbox', 'add News', 'add Reader'] },
      because: 'It lists resources whose condition is false.',
    },
    { at: 'messages: exports', because: 'A stack that is made by a change set exports nothing.' },
    {
      at: 'messages: outputs',
      does: { code: 2, says: /has no output/ },
      because: 'Such a stack has no outputs either.',
    },
    { at: 'messages: a tag', does: { changes: [] }, because: 'It takes no change of tags for a change.' },
    {
      at: 'messages: create from an import',
      does: { code: 3, status: 'REVIEW_IN_PROGRESS', says: /No export named/ },
      because: 'It has no exports.',
    },
    {
      at: 'messages: destroy what is imported',
      does: { code: 0, status: 'none', says: /deleted/ },
      because: 'It has no exports.',
    },
    ...['through a bucket that is found by its tag', 'through a bucket that is named'].map((step) => ({
      at: `large: ${step}`,
      does: { code: 3, status: 'none', says: /The specified bucket does not exist/ },
      because: 'It finds buckets only in addresses of AWS.',
    })),
    {
      at: 'declined: create without what must be allowed',
      does: { status: 'REVIEW_IN_PROGRESS' },
      because: 'It lists the change sets of other stacks as those of this one, which therefore has to stay.',
    },
    {
      at: 'taken: create that fails',
      does: { code: 3, status: 'REVIEW_IN_PROGRESS' },
      because: 'What fails is the request to execute the change set; the stack does not notice.',
    },
    {
      at: 'taken: update that fails',
      does: { code: 3, status: 'CREATE_COMPLETE' },
      ends: true,
      because: 'What fails is the request to execute the change set, and every later request about the stack.',
    },
    {
      at: 'looking: drift',
      does: { code: 3, says: /a web page came/ },
      because: 'It answers with HTML to what it lacks.',
    },
    {
      at: 'protected: protect',
      does: { code: 3, says: /a web page came/ },
      ends: true,
      because: 'It knows no termination protection, and answers with HTML.',
    },
    { at: "vpn: the machine's firewall", because: 'It reads SecurityGroups of a machine, not SecurityGroupIds.' },
    { at: 'vpn: the script that EC2 gives the new machine', because: 'It loses a machine that is to be changed.' },
    { at: 'firewall: 4: the rules that EC2 has', because: 'It does not take a rule back that is removed.' },
    {
      at: 'vpc: update',
      does: { code: 3, status: 'CREATE_COMPLETE', says: /references undefined resource ApacheServer/ },
      because: 'When it updates a stack, it does not find the machines that it made.',
    },
    {
      at: 'vpc: destroy',
      does: { code: 3, says: /has dependencies/ },
      because: 'It deletes resources in the wrong order.',
    },
    {
      at: 'counter: destroy',
      does: { code: 3, says: /has dependencies/ },
      because: 'It deletes resources in the wrong order.',
    },
    {
      at: 'shop: create',
      does: { code: 3, status: 'REVIEW_IN_PROGRESS', says: /references undefined resource CDN/ },
      ends: true,
      because: 'It does not make distributions of CloudFront in stacks, and refuses what refers to them.',
    },
  ],
  localstack: [
    { at: 'messages: the new topic', because: 'It forgets a resource that was replaced.' },
    { at: 'messages: a tag', does: { changes: [] }, because: 'It takes no change of tags for a change.' },
    {
      at: 'messages: destroy what is imported',
      does: { code: 0, status: 'none', says: /deleted/ },
      because: 'It deletes exports that are in use.',
    },
    {
      at: 'looking: drift',
      does: { code: 3, says: /does not know the request/ },
      because: 'It does not look for drift.',
    },
    {
      at: 'taken: create that fails',
      does: { status: 'ROLLBACK_COMPLETE' },
      because: 'It does not know OnStackFailure.',
    },
    {
      at: 'taken: update that fails',
      does: { status: 'ROLLBACK_COMPLETE' },
      ends: true,
      because: 'It does not put back what was updated, and says that it rolled back a creation.',
    },
    { at: "vpn: the machine's firewall", because: 'It does not tell a machine which security groups it has.' },
    {
      at: 'vpn: update in place',
      does: { code: 7, status: 'ROLLBACK_COMPLETE', says: /UPDATE_FAILED/ },
      ends: true,
      because: 'It can only make and delete machines; what failed to be updated cannot always be deleted.',
    },
    { at: 'firewall: 3: the rules that EC2 has', because: 'It only pretends to make rules that stand by themselves.' },
    { at: 'firewall: 4: the rules that EC2 has', because: 'It only pretends to make rules that stand by themselves.' },
    {
      at: 'vpc: create',
      does: { outputs: { BastionHostPublicName: /\.amazonaws\.com$/ } },
      because: 'It gives machines addresses outside of their subnets.',
    },
    {
      at: 'shop: create',
      does: { code: 7, status: 'ROLLBACK_COMPLETE' },
      because: 'It only pretends to make load balancers and zones, and cannot make the record of one.',
      ends: true,
    },
  ],
  ministack: [
    {
      at: 'messages: create',
      does: { changes: ['add Address', 'add Archive', 'add Inbox', 'add News', 'add Reader'] },
      because: 'It lists resources whose condition is false.',
    },
    {
      at: 'messages: a condition that becomes true',
      does: { changes: [] },
      because: 'It does not see what a condition changes.',
    },
    {
      at: 'messages: a condition that becomes false',
      does: { changes: [] },
      because: 'It does not see what a condition changes.',
    },
    {
      at: 'files: update in place',
      does: { changes: ['maybe replace Files', 'maybe replace Rules'] },
      because: 'It does not know which changes of a bucket replace it.',
    },
    {
      at: 'large: through a bucket that is found by its tag',
      does: { code: 6, status: 'none' },
      because: 'It does not give a bucket of a stack its tags.',
    },
    ...['vpn: create', 'firewall: 1: closed', 'vpc: create', 'shop: create', 'counter: create'].map((at) => ({
      at,
      does: {
        code: 1,
        changes: [],
        status: 'none',
        outputs: {},
        says: /Unrecognized resource types: .*AWS::EC2::Instance/,
      },
      ends: true as const,
      because: 'It makes no machines in stacks.',
    })),
  ],
};

/** What a simulator cannot be asked at all; it is not looked at there. */
export const blind: Readonly<Record<SimulatorName, Partial<Record<keyof Expected, string>>>> = {
  moto: {
    left: 'It lists the change sets of all stacks, and executed ones as if they could be executed.',
    outputs: 'A stack that is made by a change set has no outputs.',
  },
  localstack: {},
  ministack: {},
};

/** What a simulator's machines need to be told that AWS knows, added to the config of every server. */
export const servers: Readonly<Record<SimulatorName, { readonly config: object; readonly because: string }>> = {
  moto: { config: { disk: 8 }, because: 'It does not take the size of a disk from the image.' },
  localstack: {
    config: { image: 'ami-12c6146b' },
    because: 'It lacks the public parameters in which AWS names the newest images.',
  },
  ministack: { config: {}, because: 'It knows no machines.' },
};
