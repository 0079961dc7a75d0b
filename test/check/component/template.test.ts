import { expect } from 'chai';
import { compiled, found, foundIn, SOUND } from './project.js';

const SELF = 'resources:\n  self: { type: "AWS::SQS::Queue", config: { DelaySeconds: $size } }\n';

/** The right template with something more in front. */
function and(text: string): string {
  return `${text}\n${SELF}`;
}

/** The right template with another part. */
function part(text: string): string {
  return `${SELF}  Part: ${text}\n`;
}

describe("a component's template.yaml", () => {
  const forms: [string, string, string[]][] = [
    ['an unknown section', and('value: {}'), ['unknown-key value']],
    ['a section of another kind', and('checks: {}'), ['wrong-kind {}']],
    ['nothing at all', '', ['wrong-kind ']],
    ['a list', '- a', ['wrong-kind - a']],
    ['a part without a type', part('{ config: {} }'), ['missing-property Part']],
    ['a part with an unknown key', part('{ type: "A::B::C", properties: {} }'), ['unknown-key properties']],
    ['a policy that there is not', part('{ type: "A::B::C", deletionPolicy: Retian }'), ['not-allowed Retian']],
    [
      'a check without its message',
      and('checks: [{ that: $size, at: size }]'),
      ['missing-property { that: $size, at: size }'],
    ],
    ['a check of no key', and('checks: [{ that: $size, at: sise, otherwise: x }]'), ['unknown-name sise']],
    ['a contribution to nothing', and('adds: [{ a: 1 }]'), ['missing-property { a: 1 }']],
    ['a contribution of nothing', and('adds: [{ to: $size }]'), ['missing-property { to: $size }']],
  ];
  const names: [string, string, string[]][] = [
    ['a name', and('attributes: { a: $sise }'), ['unknown-name sise']],
    ['a name inside a text', and('attributes: { a: "x ${{ sise.b }}" }'), ['unknown-name sise']],
    ['a name in parentheses', and('attributes: { a: $size(sise) }'), ['unknown-name sise']],
    ['a Ref', and('attributes: { a: !Ref Sizes }'), ['unknown-name Sizes']],
    ['a GetAtt', and('attributes: { a: !GetAtt slf.Arn }'), ['unknown-name slf']],
    ['a Sub', and('attributes: { a: !Sub "${AWS::Region} ${Sizes}" }'), ['unknown-name Sizes']],
    ["a Sub's own variable", and('attributes: { a: !Sub ["${A} ${B}", { A: $size }] }'), ['unknown-name B']],
    ['a pseudo parameter', and('attributes: { a: $AWS::Regoin }'), ['unknown-name AWS::Regoin']],
    ['a name in a layer', part('{ type: "A::B::C", config: [$sise, { a: $size }] }'), ['unknown-name sise']],
    ['what a part waits for', part('{ type: "A::B::C", waitFor: Slf }'), ['unknown-name Slf']],
    ['a condition of a map', and('attributes: { a: { when: $sise, b: 1 } }'), ['unknown-name sise']],
    ['each without a forEach', and('attributes: { a: $each.value }'), ['unknown-name each']],
    [
      'each by its other name',
      and('attributes: { a: [{ forEach: 2, as: n, value: $each.key }] }'),
      ['unknown-name each'],
    ],
    ['a member of each', and('attributes: { a: [{ forEach: 2, value: $each.vaule }] }'), ['unknown-attribute vaule']],
    ['self without one', 'values: { a: $size }\nattributes: { b: $self, c: $a }', ['unknown-name self']],
    [
      'an attribute of a part',
      `${part('{ type: firewall }')}attributes: { a: $Part.grup }`,
      ['unknown-attribute grup'],
    ],
    ["CloudFormation's attribute", and('attributes: { a: $self.arn }'), ['unknown-attribute arn']],
  ];
  const clashes: [string, string, string[]][] = [
    ['value and config key', and('values: { size: 1 }'), ['name-clash size']],
    ['value and word', and('values: { none: 1 }'), ['name-clash none']],
    ['part and value', and('values: { self: 1 }'), ['name-clash self']],
    [
      'repetition and config key',
      and('attributes: { a: [{ forEach: 2, as: size, value: $size.key }] }'),
      ['name-clash size'],
    ],
    ['a name that cannot be written', and('values: { a-b: 1 }'), ['bad-text a-b']],
    ['a value that is not used', and('values: { a: 1 }'), ['unused-value a']],
    ['what is shared and not used', and('shared: { Net: network }'), ['unused-shared Net']],
    ['what is shared is no type', and('shared: { Net: netwrok }\nattributes: { a: $Net }'), ['unknown-type netwrok']],
  ];
  const parts: [string, string, string[]][] = [
    ['of no type', part('{ type: sever }'), ['unknown-type sever']],
    ['with an unknown key', part('{ type: server, config: { cpuu: 2 } }'), ['unknown-property cpuu']],
    ['with a wrong value', part('{ type: server, config: { cpu: two } }'), ['wrong-kind two']],
    ['with a key missing', part('{ type: cdn, config: { index: a } }'), ['missing-property config']],
    ['with no config at all', part('{ type: cdn }'), ['missing-property Part']],
    ['with a key in another layer', part('{ type: cdn, config: [$size, { index: a }] }'), []],
    ['with a key under a condition', part('{ type: cdn, config: { when: $size, index: a } }'), []],
    ['with a mistake under one', part('{ type: bucket, config: { nam: a, when: $size } }'), ['unknown-property nam']],
    [
      'with a mistake in a repetition',
      part('{ type: firewall, config: { allow: [{ forEach: 2, from: anywhere, prots: 1, ports: 1 }] } }'),
      ['unknown-property prots'],
    ],
    ['with a bad text', part('{ type: firewall, config: { allow: [{ from: anywhere, ports: x }] } }'), ['bad-text x']],
    ['that waits inside a layer', part('{ type: server, config: [{ waitFor: $self }] }'), []],
    ['of CloudFormation', part('{ type: "Custom::Thing", config: { anything: $self } }'), []],
  ];
  for (const [kind, rows] of Object.entries({
    'the form of': forms,
    'unknown:': names,
    'names:': clashes,
    'a part': parts,
  })) {
    for (const [name, template, expected] of rows) {
      it(`${kind} ${name}: ${expected.join(', ') || 'fine'}`, () => {
        const codes = foundIn({ template }).map((line) => line.replace(/^template\.yaml /, ''));
        expect(codes.toSorted()).to.deep.equal(expected.toSorted());
      });
    }
  }

  it('shows both places of a clash', () => {
    const { diagnostics } = compiled({ thing: { ...SOUND, template: and('values: { size: 1 }') } });
    expect(diagnostics[0]?.related.map(({ file }) => file.split('/').at(-1))).to.deep.equal(['schema.json']);
  });

  it('is looked at when another component uses it', () => {
    const template = 'resources: { self: { type: inner, config: { size: $size } } }\nattributes: { a: $self.a }\n';
    const inner = { ...SOUND, template: and('attributes: { a: $sise }') };
    expect(found(compiled({ thing: { ...SOUND, template }, inner }))).to.deep.equal([
      'inner/template.yaml unknown-name sise',
    ]);
  });

  it('is not looked at when nobody uses it', () => {
    const other = { ...SOUND, template: and('attributes: { a: $sise }') };
    expect(found(compiled({ thing: SOUND, other }))).to.deep.equal([]);
  });
});
