import type { StackState } from '../state/stack.js';
import { refusal } from '../template/refuse.js';
import type { Scene } from './scene.js';

/** Works out a stack's outputs, and offers its exports to others. @throws Fault where that cannot be. */
export function publish(scene: Scene, stack: StackState): void {
  const { account } = scene.unit;
  const { evaluation, imports } = scene.program(stack, stack.spec);
  const outputs = evaluation.outputs();
  const exports = outputs.flatMap(({ exportName: name, value }) =>
    name === undefined ? [] : [{ name, value, region: stack.region, stackId: stack.id }],
  );
  for (const { name, region } of exports) {
    const other = account.exports.find((one) => one.name === name && one.region === region && one.stackId !== stack.id);
    if (other !== undefined) {
      throw refusal(`Export with name ${name} is already exported by stack ${nameIn(other.stackId)}`);
    }
  }
  const offered = new Map(exports.map(({ name, value }) => [name, value]));
  for (const { name, value } of account.exports.filter(({ stackId }) => stackId === stack.id)) {
    if (offered.get(name) === value) continue;
    const users = usersOf(scene, stack, name);
    if (users.length > 0)
      throw refusal(
        `Export ${name} cannot be ${offered.has(name) ? 'updated' : 'deleted'} as it is in use by ${listed(users)}`,
      );
  }
  account.exports = [...account.exports.filter(({ stackId }) => stackId !== stack.id), ...exports];
  account.imports = account.imports.filter(({ stackId }) => stackId !== stack.id);
  for (const name of imports) account.imports.push({ name, region: stack.region, stackId: stack.id });
  stack.outputs = [...outputs];
  scene.unit.changed('account');
}

/** The names of the stacks that use an export of a stack. */
export function usersOf(scene: Scene, { region, id }: StackState, name: string): readonly string[] {
  return usersIn(scene, region, name, id);
}

/** The names of the stacks of a region that use an export. */
export function usersIn({ unit }: Scene, region: string, name: string, but?: string): readonly string[] {
  return unit.account.imports
    .filter((one) => one.name === name && one.region === region && one.stackId !== but)
    .map(({ stackId }) => nameIn(stackId));
}

/** Takes back what a stack that is gone has offered and used. */
export function withdraw({ unit }: Scene, stack: StackState): void {
  const { account } = unit;
  account.exports = account.exports.filter(({ stackId }) => stackId !== stack.id);
  account.imports = account.imports.filter(({ stackId }) => stackId !== stack.id);
  unit.changed('account');
}

/** The name in a stack's id. */
function nameIn(stackId: string): string {
  return stackId.split('/')[1] ?? stackId;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
