import { expect } from 'chai';
import fc from 'fast-check';
import { Specifications } from '../../../compiler/specification/read.js';
import { findings } from './holding.js';

const TYPES = ['AWS::S3::Bucket', 'AWS::EC2::Instance', 'AWS::IAM::Role', 'AWS::SQS::Queue', 'AWS::Lambda::Function'];
const specifications = new Specifications();

/** A value with keys that the type knows, policies know, or every object has. */
function config(type: string): fc.Arbitrary<object> {
  const names = specifications.typeSpecification(type)?.properties.names ?? [];
  const key = fc.constantFrom(
    ...names,
    'Statement',
    'Effect',
    'Principal',
    'Condition',
    'Fn::If',
    'Fn::Transform',
    'Ref',
    '__proto__',
    'constructor',
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<unknown>('', 'a', 1, true, null, '$X', '$X.Arn', '${{ X }}'),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.array(fc.tuple(key, tie('tree')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
    ),
  }));
  return fc.array(fc.tuple(key, tree), { maxLength: 5 }).map((entries) => Object.fromEntries(entries));
}

describe('any config of a CloudFormation type', () => {
  for (const type of TYPES) {
    it(`${type}: is looked at without an exception, and says the same twice`, () => {
      fc.assert(
        fc.property(config(type), fc.boolean(), (properties, raw) => {
          const resource = raw ? { Type: type, Properties: properties } : { id: 'X', type, config: properties };
          const blueprint = JSON.stringify(
            raw ? { resources: [], raw: { Resources: { X: resource } } } : { resources: [resource] },
          );
          expect(findings(blueprint)).to.deep.equal(findings(blueprint));
        }),
        { numRuns: 60 },
      );
    });
  }
});
