import type { JsonMap } from '../../../compiler/template/template.js';
import type { ResourceState, StackState } from '../state/stack.js';
import { metadataOf, type Program, policiesOf } from './program.js';

/** The properties that a resource is to have now, with what others have become. @throws Fault */
export function propertiesOf(program: Program, id: string): JsonMap {
  return program.evaluation.properties(id);
}

/** Gives a resource what its template says of it beside its properties. */
export function describe(program: Program, resource: ResourceState): void {
  const { deletion, replacement } = policiesOf(program, resource.id);
  resource.deletion = deletion;
  resource.replacement = replacement;
  resource.needs = program.wanted.get(resource.id)?.needs ?? [];
  const metadata = metadataOf(program, resource.id);
  if (metadata === undefined) delete resource.metadata;
  else resource.metadata = metadata;
}

/** Notes the properties as they may be shown, for the events to come. */
export function show(program: Program, stack: StackState, resource: ResourceState): void {
  const masked = program.masked === program.evaluation ? program.evaluation : program.masked;
  const text = JSON.stringify(masked.properties(resource.id));
  if (resource.text !== undefined && stack.texts[resource.text] === text) return;
  resource.text = stack.texts.length;
  stack.texts.push(text);
}
