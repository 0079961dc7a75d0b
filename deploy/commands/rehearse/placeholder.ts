import { isJsonMap, member } from '../../../compiler/diff/node.js';
import type { JsonMap } from '../../../compiler/template/template.js';
import { declaredParameters } from '../../inputs/declared.js';

/** What may stand for a value that nobody has given: of each form that parameters are usually asked to have. */
const CANDIDATES = ['rehearsal', 'Rehearsal1234567', '1', '8', '1024', '10.0.0.0/16', '192.0.2.1/32', 'a@example.com'];

/**
 * Values for those parameters of a template that have none, secrets above all. What no made-up value suits is left out.
 *
 * @param known The names of those that have one.
 */
export function placeholders(template: JsonMap, known: ReadonlySet<string>): ReadonlyMap<string, string> {
  const open = declaredParameters(template).filter((one) => one.default === undefined && !known.has(one.name));
  return new Map(
    open.flatMap(({ name, problem }): readonly (readonly [string, string])[] => {
      const found = [...allowed(template, name), ...CANDIDATES].find((value) => problem(value) === undefined);
      return found === undefined ? [] : [[name, found]];
    }),
  );
}

function allowed(template: JsonMap, name: string): readonly string[] {
  const section = member(template, 'Parameters');
  const declared = isJsonMap(section) ? member(section, name) : undefined;
  const values = isJsonMap(declared) ? member(declared, 'AllowedValues') : undefined;
  return Array.isArray(values) ? values.map(String) : [];
}
