import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AccountState } from '../state/account.js';
import { emptyAccount } from '../state/account.js';
import type { StackState } from '../state/stack.js';
import { accountCodec, stackCodec } from './codecs.js';
import { JsonFiles } from './files.js';
import { locked } from './lock.js';

const ACCOUNT = 'account.json';

/** The state of a simulated account, as one request sees and changes it. */
export interface Unit {
  readonly account: AccountState;
  /** A stack by its id; undefined where there is none. What is got is taken to be changed if `changed` says so. */
  stack(id: string): StackState | undefined;
  /** Adds a stack. */
  add(stack: StackState): void;
  /** Forgets a stack, which the account no longer names. */
  drop(id: string): void;
  /** Notes that a stack is another than before, or the account. */
  changed(what: StackState | 'account'): void;
}

/** Where the state of a simulated account is. */
export interface Working {
  /** Does something with the state while nobody else does. */
  work<T>(task: (unit: Unit) => T | Promise<T>): Promise<T>;
}

/** Stores the state of a simulated account in a folder. */
export class Store implements Working {
  private readonly files: JsonFiles;

  constructor(private readonly folder: string) {
    this.files = new JsonFiles(folder);
  }

  /** Does something with the state while nobody else does. What has changed is written when it is done without an error. */
  async work<T>(task: (unit: Unit) => T | Promise<T>): Promise<T> {
    return locked(join(this.folder, 'lock'), async () => {
      this.ignore();
      const unit = new StoredUnit(this.files);
      try {
        const result = await task(unit);
        unit.save();
        return result;
      } catch (error) {
        // It may be changed halfway.
        this.files.forget();
        throw error;
      }
    });
  }

  /** Keeps the state, which holds secrets, out of version control. */
  private ignore(): void {
    const path = join(this.folder, '.gitignore');
    if (!existsSync(path)) writeFileSync(path, '*\n');
  }
}

class StoredUnit implements Unit {
  readonly account: AccountState;
  private readonly dirty = new Set<StackState>();
  private readonly fresh = new Map<string, StackState>();
  private readonly dropped = new Set<string>();
  private accountDirty = false;

  constructor(private readonly files: JsonFiles) {
    this.account = files.read(ACCOUNT, accountCodec) ?? emptyAccount();
  }

  stack(id: string): StackState | undefined {
    return this.fresh.get(id) ?? this.files.read(fileOf(id), stackCodec);
  }

  add(stack: StackState): void {
    this.fresh.set(stack.id, stack);
    this.dirty.add(stack);
    this.accountDirty = true;
  }

  changed(what: StackState | 'account'): void {
    if (what === 'account') this.accountDirty = true;
    else this.dirty.add(what);
  }

  drop(id: string): void {
    this.dropped.add(id);
    this.accountDirty = true;
  }

  /** Stacks first, and those that go last: the account names them. */
  save(): void {
    for (const stack of this.dirty)
      if (!this.dropped.has(stack.id)) this.files.write(fileOf(stack.id), stack, stackCodec);
    if (this.accountDirty) this.files.write(ACCOUNT, this.account, accountCodec);
    for (const id of this.dropped) this.files.remove(fileOf(id));
  }
}

/** `arn:aws:cloudformation:REGION:ACCOUNT:stack/NAME/UUID`; names may differ in case only, which not every disk tells. */
function fileOf(id: string): string {
  const [, , , region = '', , resource = ''] = id.split(':');
  const [, name = '', uuid = ''] = resource.split('/');
  return join(region, `${name}-${uuid}.json`);
}
