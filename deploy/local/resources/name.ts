import { fill } from './fill.js';
import { formOf } from './forms.js';
import { Chance } from './hash.js';
import { type Birth, scalarText, type TypeForm } from './model.js';

/** The name that a resource's properties give it; undefined where it has to be generated. */
export function givenName(type: string, properties: Birth['properties']): string | undefined {
  const property = formOf(type)?.name;
  const name = property === undefined ? undefined : scalarText(properties[property]);
  return name === '' ? undefined : name;
}

/**
 * A name as CloudFormation makes it: stack, logical id and chance, shortened in its first two parts to what the service
 * takes (CloudFormation Template Reference Guide, "Name type").
 */
export function generatedName(birth: Birth, { generated, lower, max = 255 }: TypeForm = {}): string {
  if (generated !== undefined) return cased(fill(generated, birth, 'name'), lower);
  const chance = new Chance('name', birth.stackId, birth.id, birth.type, String(birth.generation));
  const room = Math.max(2, max - 14);
  const half = Math.floor(room / 2);
  const { stackName, id } = birth;
  const stack = stackName.slice(0, Math.max(half, room - id.length));
  const logical = id.slice(0, room - stack.length);
  return `${cased(`${stack}-${logical}`, lower)}-${lower === true ? chance.lower(12) : chance.mixed(12)}`;
}

function cased(text: string, lower: boolean | undefined): string {
  return lower === true ? text.toLowerCase() : text;
}
