import { type AccountState, emptyAccount } from '../state/account.js';
import type { OperationState } from '../state/operation.js';
import type { StackState } from '../state/stack.js';
import { Store, type Unit, type Working } from './store.js';

interface State {
  readonly account: AccountState;
  readonly stacks: ReadonlyMap<string, StackState>;
}

/** Keeps the state of a simulated account in memory, so that it can be brought back at once. */
export class Memory implements Working {
  private readonly kept = new Map<string, State>();

  private constructor(private state: State) {}

  /** An account in which nothing was done, or one that is as the one in a folder is. */
  static async like(folder: string | undefined): Promise<Memory> {
    if (folder === undefined) return new Memory({ account: emptyAccount(), stacks: new Map() });
    return await new Store(folder).work((unit) => {
      const { account } = unit;
      const stacks = account.stacks.flatMap(({ id }) => unit.stack(id) ?? []);
      return new Memory(copied({ account, stacks: new Map(stacks.map((one) => [one.id, one])) }));
    });
  }

  /** Notes the state that it is in, under a name. */
  keep(name: string): void {
    this.kept.set(name, copied(this.state));
  }

  /** Comes back to a state. @throws Where none was kept under that name. */
  back(name: string): void {
    const state = this.kept.get(name);
    if (state === undefined) throw new Error(`No state is kept as "${name}".`);
    this.state = copied(state);
  }

  async work<T>(task: (unit: Unit) => T | Promise<T>): Promise<T> {
    const { account } = this.state;
    const stacks = new Map(this.state.stacks);
    this.state = { account, stacks };
    return await task({
      account,
      stack: (id) => stacks.get(id),
      add: (stack) => stacks.set(stack.id, stack),
      drop: (id) => stacks.delete(id),
      changed: () => {},
    });
  }
}

/** What may be changed is copied; what a stack is to be stays the same, so that what was worked out of it is known. */
function copied({ account, stacks }: State): State {
  const { stacks: entries, exports, imports, names, kept, ...rest } = account;
  return {
    account: {
      ...structuredClone(rest),
      stacks: entries.map((entry) => ({ ...entry })),
      ...{ exports: [...exports], imports: [...imports], names: [...names], kept: [...kept] },
    },
    stacks: new Map([...stacks].map(([id, stack]) => [id, copyOf(stack)])),
  };
}

function copyOf(stack: StackState): StackState {
  const { resources, events, texts, changeSets, tokens, leftovers, operation, outputs, lastOperations } = stack;
  return {
    ...stack,
    resources: new Map([...resources].map(([id, resource]) => [id, { ...resource }])),
    leftovers: leftovers.map((resource) => ({ ...resource })),
    changeSets: changeSets.map((one) => ({ ...one })),
    ...{ events: [...events], texts: [...texts], tokens: [...tokens], outputs: [...outputs] },
    lastOperations: [...lastOperations],
    ...(operation === undefined ? {} : { operation: operationLike(operation) }),
  };
}

function operationLike(operation: OperationState): OperationState {
  const { tasks, saved, made } = operation;
  return {
    ...operation,
    tasks: tasks.map((task) => ({ ...task })),
    saved: saved.map((resource) => ({ ...resource })),
    made: [...made],
  };
}
