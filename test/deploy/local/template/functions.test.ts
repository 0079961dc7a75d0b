import { expect } from 'chai';
import { comesTo, refusalOf } from './stand.js';

const PARTS = {
  Parameters: {
    Name: { Type: 'String', Default: 'web' },
    Port: { Type: 'Number', Default: '80' },
    Names: { Type: 'CommaDelimitedList', Default: 'a, b ,c' },
    None: { Type: 'CommaDelimitedList', Default: '' },
  },
  Conditions: {
    Yes: { 'Fn::Equals': [{ Ref: 'Name' }, 'web'] },
    No: { 'Fn::Not': [{ Condition: 'Yes' }] },
    Both: { 'Fn::And': [{ Condition: 'Yes' }, { Condition: 'No' }] },
    Either: { 'Fn::Or': [{ Condition: 'No' }, { 'Fn::Equals': [{ Ref: 'Port' }, 80] }] },
  },
  Mappings: { Sizes: { web: { small: 't3.micro', zones: ['x', 'y'] } } },
};

describe('evaluating functions', () => {
  const values: readonly (readonly [string, unknown, unknown])[] = [
    ['a plain value', { a: [1, true, 'x'] }, { a: [1, true, 'x'] }],
    ['Ref of a parameter', { Ref: 'Name' }, 'web'],
    ['Ref of a number', { Ref: 'Port' }, '80'],
    ['Ref of a list', { Ref: 'Names' }, ['a', 'b', 'c']],
    ['Ref of an empty list', { Ref: 'None' }, []],
    ['Ref of a resource', { Ref: 'Db' }, 'shop-db'],
    ['Ref of a pseudo parameter', { Ref: 'AWS::Region' }, 'eu-west-1'],
    ['Ref of the notification ARNs', { Ref: 'AWS::NotificationARNs' }, ['arn:one', 'arn:two']],
    ['NoValue in a map', { a: 1, b: { Ref: 'AWS::NoValue' } }, { a: 1 }],
    ['NoValue in a list', [1, { Ref: 'AWS::NoValue' }, 2], [1, 2]],
    ['GetAtt as a list', { 'Fn::GetAtt': ['Db', 'Endpoint.Address'] }, 'db.example.com'],
    ['GetAtt as a text', { 'Fn::GetAtt': 'Db.Endpoint.Address' }, 'db.example.com'],
    ['GetAtt of a number', { 'Fn::GetAtt': ['Db', 'Endpoint.Port'] }, 3306],
    ['GetAtt with a computed attribute', { 'Fn::GetAtt': ['Db', { 'Fn::Sub': 'Zones' }] }, ['a', 'b']],
    ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'Name' }, 3, { Ref: 'AWS::NoValue' }]] }, 'a-web-3'],
    ['Join of a list parameter', { 'Fn::Join': ['', { Ref: 'Names' }] }, 'abc'],
    ['Join of nothing', { 'Fn::Join': [',', { Ref: 'None' }] }, ''],
    [
      'Sub',
      { 'Fn::Sub': '${Name}:${AWS::Region}:${Db.Endpoint.Port}:${!Name}:${ Name }' },
      'web:eu-west-1:3306:${Name}:web',
    ],
    ['Sub with variables', { 'Fn::Sub': ['${A}${Name}${A}', { A: { Ref: 'Port' } }] }, '80web80'],
    ['Sub with a variable that hides a resource', { 'Fn::Sub': ['${Db}', { Db: 'mine' }] }, 'mine'],
    ['Sub with a dotted variable', { 'Fn::Sub': ['${a.b}', { 'a.b': 'c' }] }, 'c'],
    ['Sub with a list of the text alone', { 'Fn::Sub': ['${Name}'] }, 'web'],
    ['Sub without variables', { 'Fn::Sub': '$Name $ {x}' }, '$Name $ {x}'],
    ['Select', { 'Fn::Select': [1, { Ref: 'Names' }] }, 'b'],
    ['Select with a text', { 'Fn::Select': ['0', ['x', 'y']] }, 'x'],
    ['Split', { 'Fn::Split': ['.', 'a.b..c'] }, ['a', 'b', '', 'c']],
    ['Base64', { 'Fn::Base64': { 'Fn::Sub': 'ü ${Name}' } }, Buffer.from('ü web').toString('base64')],
    ['Cidr', { 'Fn::Cidr': ['10.0.0.0/16', 2, 8] }, ['10.0.0.0/24', '10.0.1.0/24']],
    ['Cidr without bits', { 'Fn::Cidr': ['10.0.0.0/16', '2'] }, ['10.0.0.0/24', '10.0.1.0/24']],
    ['Cidr of IPv6', { 'Fn::Cidr': ['2001:db8:0:ff00::/56', 2, 64] }, ['2001:db8:0:ff00::/64', '2001:db8:0:ff01::/64']],
    ['Cidr of IPv6 at its beginning', { 'Fn::Cidr': ['::/64', 2, 8] }, ['::/120', '::100/120']],
    ['FindInMap', { 'Fn::FindInMap': ['Sizes', { Ref: 'Name' }, 'small'] }, 't3.micro'],
    ['FindInMap of a list', { 'Fn::FindInMap': ['Sizes', 'web', 'zones'] }, ['x', 'y']],
    ['FindInMap with a default', { 'Fn::FindInMap': ['Sizes', 'db', 'x', { DefaultValue: { Ref: 'Name' } }] }, 'web'],
    ['FindInMap with a default and no mapping', { 'Fn::FindInMap': ['No', 'db', 'x', { DefaultValue: 'y' }] }, 'y'],
    ['GetAZs', { 'Fn::GetAZs': '' }, ['eu-west-1a', 'eu-west-1b', 'eu-west-1c']],
    ['GetAZs of another region', { 'Fn::GetAZs': 'us-west-1' }, ['us-west-1a', 'us-west-1c']],
    ['GetAZs of a Ref', { 'Fn::Select': [2, { 'Fn::GetAZs': { Ref: 'AWS::Region' } }] }, 'eu-west-1c'],
    ['ImportValue', { 'Fn::ImportValue': { 'Fn::Sub': 'Vpc' } }, 'vpc-1'],
    ['GetStackOutput', { 'Fn::GetStackOutput': { StackName: 'net', OutputName: 'Url' } }, 'net/here'],
    ['GetStackOutput elsewhere', { 'Fn::GetStackOutput': { StackName: 'n', OutputName: 'Url', Region: 'r' } }, 'n/r'],
    ['If', { 'Fn::If': ['Yes', { Ref: 'Name' }, 'n'] }, 'web'],
    ['If the other way', { 'Fn::If': ['No', 'y', 'n'] }, 'n'],
    ['If of And', { 'Fn::If': ['Both', 'y', 'n'] }, 'n'],
    ['If of Or, where a number is the text that it is', { 'Fn::If': ['Either', 'y', 'n'] }, 'y'],
    ['If that is left out', [{ 'Fn::If': ['No', 'y', { Ref: 'AWS::NoValue' }] }], []],
    ['the side of If that is not taken is not looked at', { 'Fn::If': ['Yes', 'y', { 'Fn::ImportValue': 'No' }] }, 'y'],
    ['Length', { 'Fn::Length': { Ref: 'Names' } }, 3],
    [
      'ToJsonString',
      { 'Fn::ToJsonString': { a: { Ref: 'Name' }, b: [1, { Ref: 'AWS::NoValue' }] } },
      '{"a":"web","b":[1]}',
    ],
    ['a dynamic reference to a known parameter', 'x-{{resolve:ssm:/size:3}}-y', 'x-large-y'],
    ['one to an unknown parameter', '{{resolve:ssm:/no}}', '{{resolve:ssm:/no}}'],
    ['one to a secret', '{{resolve:secretsmanager:/size}}', '{{resolve:secretsmanager:/size}}'],
    ['one to a secret parameter', '{{resolve:ssm-secure:/size:1}}', '{{resolve:ssm-secure:/size:1}}'],
    ['a map that only looks like a function', { Ref: 'x', other: 1 }, { Ref: 'x', other: 1 }],
    ['keys of any name', { constructor: { Ref: 'Name' }, toString: 1 }, { constructor: 'web', toString: 1 }],
  ];
  for (const [name, expression, expected] of values) {
    it(name, () => expect(comesTo(expression, PARTS)).to.deep.equal(expected));
  }

  const refusals: readonly (readonly [string, unknown, string])[] = [
    [
      'an unknown name',
      { Ref: 'Nobody' },
      'Template format error: Unresolved resource dependencies [Nobody] in the Resources block of the template',
    ],
    ['a Ref to a list', { Ref: ['a'] }, 'Template error: every Ref object must have a single String value.'],
    [
      'an attribute that is not there',
      { 'Fn::GetAtt': ['Db', 'Nope'] },
      'Template error: resource Db does not support attribute type Nope in Fn::GetAtt',
    ],
    [
      'a resource that is not there',
      { 'Fn::GetAtt': ['No', 'Arn'] },
      'Template error: instance of Fn::GetAtt references undefined resource No',
    ],
    [
      'GetAtt without attribute',
      { 'Fn::GetAtt': ['Db'] },
      'Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute',
    ],
    [
      'GetAtt of one name',
      { 'Fn::GetAtt': 'Db' },
      'Template error: if specifying one argument to Fn::GetAtt, that argument must be a non-empty string in format <LogicalId>.<Attribute>',
    ],
    [
      'Select beyond the end',
      { 'Fn::Select': [3, { Ref: 'Names' }] },
      'Template error: Fn::Select cannot select nonexistent value at index 3',
    ],
    [
      'Select of a text',
      { 'Fn::Select': [0, 'a'] },
      'Template error: Fn::Select requires a list argument with two elements: an integer index and a list',
    ],
    [
      'FindInMap of no mapping',
      { 'Fn::FindInMap': ['No', 'a', 'b'] },
      "Template error: Mapping named 'No' is not present in the 'Mappings' section of template.",
    ],
    [
      'FindInMap of no key',
      { 'Fn::FindInMap': ['Sizes', 'web', 'big'] },
      'Template error: Unable to get mapping for Sizes::web::big',
    ],
    [
      'FindInMap of what every object has',
      { 'Fn::FindInMap': ['Sizes', 'web', 'toString'] },
      'Template error: Unable to get mapping for Sizes::web::toString',
    ],
    ['an export that is not there', { 'Fn::ImportValue': 'No' }, 'No export named No found.'],
    [
      'an output that is not there',
      { 'Fn::GetStackOutput': { StackName: 'n', OutputName: 'No' } },
      'Output No of stack n does not exist.',
    ],
    [
      'Sub of a list',
      { 'Fn::Sub': 'a${Names}' },
      'Template error: variable Names in Fn::Sub expression does not resolve to a string',
    ],
    [
      'Sub with a strange name',
      { 'Fn::Sub': '${a-b}' },
      'Template error: variable names in Fn::Sub syntax must contain only alphanumeric characters, underscores, periods, and colons',
    ],
    [
      'Split by nothing',
      { 'Fn::Split': ['', 'a'] },
      'Template error: every Fn::Split object requires two parameters, (1) a string delimiter and (2) a string to be split or a function that returns a string to be split.',
    ],
    [
      'Base64 of a list',
      { 'Fn::Base64': [] },
      'Template error: every Fn::Base64 object must have a String-typed value.',
    ],
    [
      'Cidr that does not fit',
      { 'Fn::Cidr': ['10.0.0.0/24', 3, 8] },
      'Template error: Fn::Cidr cannot cut 3 blocks out of 10.0.0.0/24',
    ],
    [
      'Cidr of no IPv6 block',
      { 'Fn::Cidr': ['1::2::3/64', 1, 8] },
      'Template error: Fn::Cidr cannot cut 1 blocks out of 1::2::3/64',
    ],
    [
      'If without a condition',
      { 'Fn::If': [{ Ref: 'Name' }, 1, 2] },
      'Template error: Fn::If requires a list argument with the first element specifying a condition',
    ],
    [
      'an unknown condition',
      { 'Fn::If': ['Maybe', 1, 2] },
      'Template format error: Unresolved condition dependency Maybe in the Conditions block of the template',
    ],
    [
      'a macro',
      { 'Fn::Transform': { Name: 'M' } },
      'Template error: Fn::Transform calls a macro, and there are none in a local CloudFormation',
    ],
    [
      'a comparison where a value stands',
      { 'Fn::Equals': ['a', 'b'] },
      'Template error: Fn::Equals cannot be partially collapsed',
    ],
    [
      'an unknown function',
      { 'Fn::Concat': ['a'] },
      'Template format error: Encountered unsupported function: Fn::Concat Supported functions are: [Fn::Base64, Fn::Cidr, Fn::FindInMap, Fn::GetAZs, Fn::GetAtt, Fn::GetStackOutput, Fn::If, Fn::ImportValue, Fn::Join, Fn::Length, Fn::Select, Fn::Split, Fn::Sub, Fn::ToJsonString]',
    ],
  ];
  for (const [name, expression, expected] of refusals) {
    it(`refuses ${name}`, () => expect(refusalOf(() => comesTo(expression, PARTS))).to.equal(expected));
  }
});
