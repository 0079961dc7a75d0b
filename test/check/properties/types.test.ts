import { expect } from 'chai';
import { compiled } from '../../expand/compiling.js';
import { findings, resource } from './holding.js';

describe('types', () => {
  it('that are not listed are warned of, with the nearest', () => {
    expect(findings(resource('AWS::SQS::Queu', 'Any: 1'))).to.deep.equal([
      '3:11 unlisted-type There is no CloudFormation type "AWS::SQS::Queu". (Did you mean "AWS::SQS::Queue"?)',
    ]);
    expect(compiled(resource('AWS::SQS::Queu', 'Any: 1')).failed).to.equal(false);
  });

  it('of a service that is not known are warned of', () => {
    expect(findings(resource('AWS::Shoes::Shoe', 'Any: 1'))).to.deep.equal([
      '3:11 unlisted-type There is no CloudFormation type "AWS::Shoes::Shoe".',
    ]);
  });

  for (const [type, successor] of [
    ['AWS::AutoScaling::LaunchConfiguration', 'AWS::EC2::LaunchTemplate'],
    ['AWS::ElasticLoadBalancing::LoadBalancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer'],
    ['AWS::SDB::Domain', 'AWS::DynamoDB::Table'],
    ['AWS::OpsWorks::Stack', ''],
  ] as const) {
    it(`${type} is superseded`, () => {
      const [said] = findings(resource(type, 'Any: 1')).filter((finding) => finding.includes('superseded-type'));
      expect(said).to.match(
        new RegExp(`^3:11 superseded-type ${type} should not be used any more\\. \\(.*Use .*${successor}`),
      );
    });
  }
});
