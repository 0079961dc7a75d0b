import type { CreateChangeSetInput } from '../../api/cloudformation.js';
import type { Import } from '../state/changeSet.js';
import type { Spec, StackState } from '../state/stack.js';
import { refusal } from '../template/refuse.js';
import type { Context } from './context.js';

/** The resources that a change set takes into the stack. @throws Fault where one is not in the template. */
export function importsOf(
  { scene }: Context,
  stack: StackState,
  spec: Spec,
  input: CreateChangeSetInput,
): readonly Import[] {
  if (input.ChangeSetType !== 'IMPORT') return [];
  const wanted = input.ResourcesToImport ?? [];
  if (wanted.length === 0) throw refusal('You must specify ResourcesToImport for change sets of type IMPORT');
  const { resources } = scene.settings.programs.templateOf(spec);
  return wanted.map(({ LogicalResourceId: id = '', ResourceType: type = '', ResourceIdentifier = {} }) => {
    const resource = resources.get(id);
    if (resource === undefined) throw refusal(`Resources [${id}] are missing from the template`);
    if (resource.type !== type) throw refusal(`ResourceType of ${id} in ResourcesToImport does not match the template`);
    if (stack.resources.get(id)?.alive === true) throw refusal(`Resource [${id}] is already part of the stack`);
    if (resource.raw.DeletionPolicy === undefined) {
      throw refusal(`Resources [${id}] must have DeletionPolicy attribute specified in the template`);
    }
    return {
      id,
      type,
      identifier: Object.entries(ResourceIdentifier).map(([key, value]) => [key, value ?? ''] as const),
    };
  });
}
