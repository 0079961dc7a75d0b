import { expect } from 'chai';
import { deployedOf } from '../../../deploy/changes/deployed.js';
import { type Answers, cloudOf } from './cloud.js';

const created = new Date(0);
const stack =
  (rest: object): NonNullable<Answers['DescribeStacks']> =>
  () => ({
    Stacks: [{ StackName: 'shop', CreationTime: created, StackStatus: 'UPDATE_COMPLETE', ...rest }],
  });
const template =
  (TemplateBody: string | undefined): NonNullable<Answers['GetTemplate']> =>
  () => ({ TemplateBody });

const plain = { Resources: { A: { Type: 'AWS::SNS::Topic', Properties: { TopicName: { 'Fn::Sub': 'x' } } } } };

describe('what a stack runs', () => {
  const bodies: Readonly<Record<string, [string | undefined, object]>> = {
    JSON: [JSON.stringify(plain), plain],
    'YAML with short functions': [
      'Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Sub x\n',
      plain,
    ],
    'what is no template': ['hello', { Resources: {} }],
    'what is broken': ['{"Resources": {', { Resources: {} }],
    nothing: [undefined, { Resources: {} }],
  };
  for (const [name, [body, expected]] of Object.entries(bodies))
    it(name, async () => {
      const cloud = cloudOf({ DescribeStacks: stack({}), GetTemplate: template(body) });
      const found = await deployedOf({ cloud }, 'shop');
      expect(JSON.parse(JSON.stringify(found?.template))).to.deep.equal(expected);
    });

  it('has the values of parameters, and no secrets', async () => {
    const Parameters = [
      { ParameterKey: 'A', ParameterValue: 'a' },
      { ParameterKey: 'Image', ParameterValue: '/ami', ResolvedValue: 'ami-1' },
      { ParameterKey: 'Password', ParameterValue: '****' },
      { ParameterKey: '__proto__', ParameterValue: 'x' },
      {},
    ];
    const cloud = cloudOf({ DescribeStacks: stack({ Parameters }), GetTemplate: template('{}') });
    expect([...((await deployedOf({ cloud }, 'shop'))?.parameters ?? [])]).to.deep.equal([
      ['A', 'a'],
      ['Image', 'ami-1'],
      ['__proto__', 'x'],
    ]);
  });

  const absent: Readonly<Record<string, Answers>> = {
    'there is no such stack': {},
    'it was deleted': { DescribeStacks: stack({ StackStatus: 'DELETE_COMPLETE' }) },
    'the answer has none': { DescribeStacks: () => ({ Stacks: [] }) },
  };
  for (const [name, answers] of Object.entries(absent))
    it(`nothing: ${name}`, async () =>
      expect(await deployedOf({ cloud: cloudOf(answers) }, 'shop')).to.equal(undefined));

  it('no resources where nothing was created', async () => {
    const cloud = cloudOf({ DescribeStacks: stack({ StackStatus: 'REVIEW_IN_PROGRESS' }) });
    expect((await deployedOf({ cloud }, 'shop'))?.template).to.deep.equal({ Resources: {} });
  });
});
