import type { Path } from '../source/place.js';
import type { Replacement } from './model.js';
import type { Use } from './references.js';
import { exceeds, replacementAt, stronger } from './replace.js';
import type { StackResource } from './stack.js';

/** What a reference does to the resource that has it, because what it refers to changes. */
export interface Effect {
  readonly path: Path;
  readonly target: string;
  readonly replacement: Replacement;
}

/** What is known of a resource that changes. */
export interface State {
  readonly replacement: Replacement;
  readonly effects: readonly Effect[];
}

/** A resource that stays, with what it refers to. */
export interface Staying {
  readonly resource: StackResource;
  readonly uses: readonly Use[];
  /** Undefined where nothing is written differently that does something to the physical resource. */
  readonly direct: Replacement | undefined;
}

interface Incoming {
  readonly user: string;
  readonly use: Use;
}

/**
 * Finds which resources change through what they refer to, as CloudFormation says it (User Guide, "View a change set";
 * ResourceChangeDetail): `Ref` gives another name where what it names is or may be replaced; an attribute may have
 * another value after any change. Where the target is certainly replaced, the value certainly changes; elsewhere a
 * property that makes a new resource only may do so.
 */
export function propagate(staying: ReadonlyMap<string, Staying>): ReadonlyMap<string, State> {
  const incoming = incomingOf(staying);
  const states = new Map<string, { replacement: Replacement; effects: Map<Use, Effect> }>();
  const queue: string[] = [];
  for (const [id, { direct }] of staying) {
    if (direct === undefined) continue;
    states.set(id, { replacement: direct, effects: new Map() });
    queue.push(id);
  }
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const target = states.get(id)?.replacement ?? 'false';
    for (const { user, use } of incoming.get(id) ?? []) {
      if (use.attribute === undefined && target === 'false') continue;
      const replacement = effectOf(staying.get(user)?.resource, use, target);
      const state = states.get(user);
      if (state === undefined) states.set(user, { replacement, effects: new Map([[use, effect(use, replacement)]]) });
      else state.effects.set(use, effect(use, replacement));
      if (state !== undefined && !exceeds(replacement, state.replacement)) continue;
      if (state !== undefined) state.replacement = stronger(replacement, state.replacement);
      queue.push(user);
    }
  }
  return new Map(
    [...states].map(([id, { replacement, effects }]) => [id, { replacement, effects: [...effects.values()] }]),
  );
}

function incomingOf(staying: ReadonlyMap<string, Staying>): ReadonlyMap<string, readonly Incoming[]> {
  const incoming = new Map<string, Incoming[]>();
  for (const [user, { uses }] of staying) {
    for (const use of uses) {
      if (use.target === user || !staying.has(use.target)) continue;
      const list = incoming.get(use.target);
      if (list === undefined) incoming.set(use.target, [{ user, use }]);
      else list.push({ user, use });
    }
  }
  return incoming;
}

function effect(use: Use, replacement: Replacement): Effect {
  return { path: use.path, target: use.target, replacement };
}

function effectOf(resource: StackResource | undefined, use: Use, target: Replacement): Replacement {
  const possible = replacementAt(resource?.spec, use.path.slice(1));
  return possible === 'true' && target !== 'true' ? 'conditional' : possible;
}
