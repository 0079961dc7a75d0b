import { formatVersion } from '../../template/cloudformation.js';
import type { Json, JsonMap } from '../../template/template.js';
import type { Branch } from '../tree.js';
import { distance, isList, isMap, jsonOf, namesIn, own } from './json.js';
import type { Candidate, Compile } from './trial.js';

/** Whether a blueprint's text compiles to a template. */
export function gives(text: string, original: JsonMap, compile: Compile): boolean {
  const { template } = compile(text);
  return template !== undefined && distance(template, { AWSTemplateFormatVersion: formatVersion, ...original }) === 0;
}

/** Those that keep the whole from being the same; undefined where it is. */
export function wrongIn(
  blueprint: Branch,
  candidates: readonly Candidate[],
  original: JsonMap,
  compile: Compile,
): readonly Candidate[] | undefined {
  const lines = linesOf(blueprint);
  const whole = lines.map(({ text }) => text).join('\n');
  if (gives(whole, original, compile)) return undefined;
  const about = compile(whole).errors.map((line) => lines[line - 1]?.about ?? '');
  const guilty = candidates.filter(({ claim }) => {
    const hidden = [...claim.ids].filter((id) => id !== claim.id);
    return about.some((name) => name === claim.id || hidden.some((id) => namesIn(partOf(original, name)).has(id)));
  });
  return guilty.length === 0 ? candidates : guilty;
}

/** A resource, or a section, by its name. */
function partOf(original: JsonMap, name: string): Json | undefined {
  const resources = own(original, 'Resources');
  return (
    (isMap(resources) ? own(resources, name) : undefined) ?? own(original, name.charAt(0).toUpperCase() + name.slice(1))
  );
}

function linesOf(blueprint: Branch): readonly { readonly text: string; readonly about: string }[] {
  const sections = blueprint.entries.flatMap(({ key, value }, index) => {
    const comma = index === blueprint.entries.length - 1 ? '' : ',';
    const json = jsonOf(value);
    if (key !== 'resources' || !isList(json))
      return [{ text: `${JSON.stringify(key)}:${JSON.stringify(json)}${comma}`, about: key }];
    const items = json.map((item, at) => ({
      text: JSON.stringify(item) + (at === json.length - 1 ? '' : ','),
      about: String(isMap(item) ? own(item, 'id') : ''),
    }));
    return [{ text: '"resources":[', about: '' }, ...items, { text: `]${comma}`, about: '' }];
  });
  return [{ text: '{', about: '' }, ...sections, { text: '}', about: '' }];
}
