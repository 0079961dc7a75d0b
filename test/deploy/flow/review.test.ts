import { expect } from 'chai';
import { deploy } from '../../../deploy/commands/deploy.js';
import { REGION, STACK, Stage } from './stage.js';

describe("a stack in which somebody else's change set is waiting", () => {
  const cases: readonly (readonly [local: boolean, flags: readonly string[], place: string])[] = [
    [true, ['--local'], `--region ${REGION} --endpoint-url http://127.0.0.1:4566`],
    [false, [], `--region ${REGION}`],
    [
      false,
      ['--region', REGION, '--profile', 'my own', '--endpoint-url', 'http://localhost:1'],
      `--region ${REGION} --profile 'my own' --endpoint-url http://localhost:1`,
    ],
  ];
  for (const [local, flags, place] of cases)
    it(`is left alone, and the AWS CLI proposed with ${place}`, async () => {
      const stage = new Stage();
      const TemplateBody = JSON.stringify({ Resources: { T: { Type: 'AWS::SNS::Topic' } } });
      const set = { StackName: STACK, ChangeSetName: 'mine', ChangeSetType: 'CREATE', TemplateBody } as const;
      await stage.cloud().call('CreateChangeSet', set);
      expect((await deploy(stage.deployOptions(), { ...stage.session(), local, flags })).verdict).to.equal('refused');
      expect(stage.changed).to.deep.equal([]);
      stage.remove();
      expect(stage.result?.next.filter((line) => line.startsWith('aws '))).to.deep.equal(
        ['execute', 'delete'].map(
          (verb) => `aws cloudformation ${verb}-change-set --stack-name ${STACK} --change-set-name mine ${place}`,
        ),
      );
    });
});
