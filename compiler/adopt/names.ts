import { pseudoParameters } from '../template/cloudformation.js';
import { at, type Tree } from './tree.js';

/** What the names of a template mean. */
export interface Names {
  /** Whether it is a resource. */
  resource(name: string): boolean;
  /** Whether `Ref` knows it: a resource, a parameter, or a pseudo parameter. */
  referable(name: string): boolean;
  /** What a resource of the blueprint calls the value of a function, which is given as JSON. */
  called?(text: string): string | undefined;
}

export function namesOf(template: Tree): Names {
  const resources = keysOf(at(template, 'Resources'));
  const parameters = keysOf(at(template, 'Parameters'));
  return {
    resource: (name) => resources.has(name),
    referable: (name) => resources.has(name) || parameters.has(name) || pseudoParameters.has(name),
  };
}

function keysOf(section: Tree | undefined): ReadonlySet<string> {
  return new Set(section?.kind === 'branch' ? section.entries.map(({ key }) => key) : []);
}
