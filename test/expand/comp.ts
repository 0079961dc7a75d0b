import { component, type Files, template } from './compiling.js';

/** What `P` of a component's main resource becomes, for a config and the parameters of a blueprint. */
export function becomes(value: string, config: string, rest = '', values = '{}'): unknown {
  return main(value, config, rest, values).Properties?.P;
}

const KEYS = { a: {}, b: {}, list: { type: 'array' }, map: { type: 'object' }, d: { default: 'fallback' } };
const BLUEPRINT = `parameters:
  Text: {}
  Flag: { allowedValues: ["true", "false"] }
  Count: { type: Number }
  Many: { type: CommaDelimitedList }
  Size: { allowedValues: [s, m] }
  Word: { allowedValues: ["yes", "no"] }
  Key: { type: "AWS::EC2::KeyPair::KeyName" }
conditions: { Given: !Equals [$Text, a] }
`;

/** A blueprint with a component of a config. */
export function written(config: string): string {
  return `${BLUEPRINT}resources:
  - { type: Our::X::Q, id: Q, condition: Given }
  - { type: Our::X::Q, id: G, forEach: [x, y] }
  - { type: comp, id: C, config: ${config} }
`;
}

/** The component `comp`, with a value as property `P` of its main resource. */
export function files(value: string, rest: string, values: string): Files {
  return component(
    'comp',
    KEYS,
    `values: ${values}\nresources:\n  self: { type: Our::A::B, config: { P: ${value} } }\n${rest}`,
  );
}

/** The template of it. */
export function all(value: string, config: string, rest = '', values = '{}') {
  return template(written(config), files(value, rest, values));
}

function main(value: string, config: string, rest = '', values = '{}') {
  return all(value, config, rest, values).Resources.C;
}

/** What a reference and an attribute become. */
export const ref = (name: string) => ({ Ref: name });
export const att = (name: string, attribute: string) => ({ 'Fn::GetAtt': [name, attribute] });
