import { expect } from 'chai';
import { compile } from '../../compiler/compile.js';
import { blueprint, findings, resource } from './findings.js';

const KEEP = { deletionPolicy: 'Retain', updateReplacePolicy: 'Retain' };
const VISITS = { RestApiId: 'a', ParentId: 'b', PathPart: 'c' };

function importsOf(text: string, folder = '/nowhere'): Readonly<Record<string, object>> | undefined {
  const { imports } = compile([{ file: 'x.yaml', text }], {}, folder);
  return imports && Object.fromEntries([...imports].map(([id, identity]) => [id, { ...identity }]));
}

describe('what exists already', () => {
  const cases: [string, object, unknown, Readonly<Record<string, string>> | undefined][] = [
    ['one text for one property', resource('AWS::S3::Bucket', {}, KEEP), 'files', { BucketName: 'files' }],
    ['a text that looks like a number', resource('AWS::S3::Bucket', {}, KEEP), '0123', { BucketName: '0123' }],
    ['a map', resource('AWS::S3::Bucket', {}, KEEP), { BucketName: 'files' }, { BucketName: 'files' }],
    [
      'two properties',
      resource('AWS::ApiGateway::Resource', VISITS, KEEP),
      { RestApiId: 'a', ResourceId: 'b' },
      { RestApiId: 'a', ResourceId: 'b' },
    ],
    ['one text for two properties', resource('AWS::ApiGateway::Resource', VISITS, KEEP), 'a', undefined],
    ['a property of another name', resource('AWS::S3::Bucket', {}, KEEP), { Name: 'files' }, undefined],
    ['one too many', resource('AWS::S3::Bucket', {}, KEEP), { BucketName: 'files', Arn: 'x' }, undefined],
    ['one too few', resource('AWS::ApiGateway::Resource', VISITS, KEEP), { RestApiId: 'a' }, undefined],
    ['what is not known yet', resource('AWS::S3::Bucket', {}, KEEP), 'files-${{ AWS::Region }}', undefined],
    [
      'a map for a type that nobody knows',
      resource('Custom::Thing', { ServiceToken: 'x' }, KEEP),
      { Id: 'a' },
      { Id: 'a' },
    ],
    ['a text for a type that nobody knows', resource('Custom::Thing', { ServiceToken: 'x' }, KEEP), 'a', undefined],
    ['the main resource of a type', { type: 'bucket', ...KEEP }, 'files', { BucketName: 'files' }],
  ];
  for (const [name, declared, identity, expected] of cases)
    it(`${name}: ${expected === undefined ? 'refused' : JSON.stringify(expected)}`, () => {
      const text = blueprint({ A: { ...declared, import: identity } });
      const refused = findings(text).filter((one) => one.startsWith('bad-identifier'));
      expect(refused).to.have.lengthOf(expected === undefined ? 1 : 0);
      expect(importsOf(text)?.A).to.deep.equal(expected);
    });

  it('is told apart where it is repeated', () => {
    const text = blueprint({
      A: { type: 'AWS::S3::Bucket', ...KEEP, forEach: ['x', 'y'], import: 'files-${{ each.value }}' },
    });
    expect(importsOf(text)).to.deep.equal({ AX: { BucketName: 'files-x' }, AY: { BucketName: 'files-y' } });
  });

  it('needs a policy', () => {
    expect(findings(blueprint({ A: { type: 'AWS::S3::Bucket', import: 'files' } }))).to.include(
      'unsafe-import: "import"',
    );
  });

  it('does not stand in the template', () => {
    const text = blueprint({ A: { type: 'AWS::S3::Bucket', ...KEEP, import: 'files' } });
    const { template } = compile([{ file: 'x.yaml', text }], {}, '/nowhere');
    expect(JSON.stringify(template)).not.to.match(/files|import/i);
  });

  for (const wrong of [3, [], ['a'], { a: { b: 'c' } }, {}, ''])
    it(`is a text or a map of texts, not ${JSON.stringify(wrong)}`, () => {
      const text = blueprint({ A: { type: 'AWS::S3::Bucket', ...KEEP, import: wrong } });
      const found = findings(text);
      if (wrong === 3) expect(importsOf(text)?.A).to.deep.equal({ BucketName: '3' });
      else expect(found).not.to.deep.equal([]);
    });
});

describe('protect', () => {
  const text = (protect: unknown) =>
    blueprint({ DB: resource('AWS::SQS::Queue'), Files: resource('AWS::SNS::Topic') }, { protect });
  const cases: [unknown, readonly string[]][] = [
    [['DB'], []],
    [['*'], []],
    [['D?', 'F*s'], []],
    [['db'], ['protects-nothing: "db"']],
    [['DB', 'D'], ['protects-nothing: "D"']],
    [['D?B'], ['protects-nothing: "D?B"']],
    [[`${'*a'.repeat(100)}b`], [`protects-nothing: "${'*a'.repeat(100)}b"`]],
    [['a b'], ['bad-text: "a b"']],
    ['DB', ['wrong-kind: "DB"']],
  ];
  for (const [protect, expected] of cases)
    it(`${JSON.stringify(protect).slice(0, 40)}: ${expected.join(' ').slice(0, 40) || 'fine'}`, () =>
      expect(findings(text(protect))).to.deep.equal(expected));

  it('is a part of the blueprint, from all of its files', () => {
    const files = [
      { file: 'a.yaml', text: text(['DB']) },
      { file: 'b.yaml', text: 'protect: ["Fi*"]\nresources: []\n' },
    ];
    const { blueprint: read } = compile(files, {}, '/nowhere');
    expect(read?.protect.map((pattern) => pattern.text)).to.deep.equal(['DB', 'Fi*']);
  });
});
