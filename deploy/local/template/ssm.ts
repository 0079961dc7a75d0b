import { parameterType } from '../../../compiler/template/cloudformation.js';
import { Chance } from '../resources/hash.js';
import data from './ssm.json' with { type: 'json' };

/** The value of a parameter in Systems Manager's store; undefined where there is none of that name. */
export type ParameterLookup = (name: string) => string | undefined;

/** Whether what is given for a parameter of this type is the name of what is meant. */
export function isLookedUp(type: string): boolean {
  return parameterType(type)?.kind === 'key' && type.includes('<');
}

const known = data.parameters.map(({ name, ...entry }) => ({ form: new RegExp(`^${name}$`), ...entry }));

/** What AWS publishes under `/aws/service/`, in the form that it has: the same in every run, another in each region. */
export function publicParameter(name: string, region: string): string | undefined {
  const plain = name.replace(/:\d+$/, '');
  const found = known.find(({ form }) => form.test(plain));
  if (found === undefined) return undefined;
  if (found.text !== undefined) return found.text;
  const image = `ami-0${new Chance('ssm', plain, region).hex(16)}`;
  return found.gives === 'json' ? JSON.stringify({ image_id: image, image_name: plain.split('/').at(-2) }) : image;
}
