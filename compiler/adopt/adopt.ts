import type { Report } from '../diagnostics/diagnostic.js';
import { parse } from '../source/parse.js';
import { Place } from '../source/place.js';
import { blueprintOf } from './blueprint.js';
import { namesOf } from './names.js';
import { print } from './print.js';
import { readTemplate } from './readTemplate.js';
import { at, type Tree } from './tree.js';
import { recover, type Tools } from './types/recover.js';

export interface AdoptOptions {
  /** Whether CloudFormation's functions stay as they are, rather than becoming references. */
  readonly exact?: boolean;
  /** What is needed to write types where resources are what they give; without it resources stay raw. */
  readonly tools?: Tools;
}

/**
 * The text of a blueprint that compiles to the template that a text in JSON or YAML is; undefined, and reported, where
 * it is none. Never throws for a bad text.
 */
export function adopt(
  file: string,
  text: string,
  { exact = false, tools }: AdoptOptions,
  report: Report,
): string | undefined {
  const template = readTemplate(file, text, report);
  if (template === undefined) return undefined;
  const problem = problemOf(template);
  if (template.kind === 'branch' && problem === undefined) {
    const recovered = tools && recover(template, exact, tools);
    return recovered ?? print(blueprintOf(template, { names: namesOf(template), exact, conditions: false }));
  }
  report('not-a-template', Place.root(parse(file, text, () => {})), { problem: problem ?? 'it is no map' });
  return undefined;
}

function problemOf(template: Tree): string | undefined {
  if (template.kind !== 'branch') return 'it is no map of sections';
  const resources = at(template, 'Resources');
  if (resources === undefined) return 'it has no "Resources"';
  return resources.kind === 'branch' ? undefined : 'its "Resources" are no map';
}
