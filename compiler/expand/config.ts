import { byCodeUnits } from '../text/codeUnits.js';
import type { Expression } from '../text/expression.js';
import type { ConfigKey, Type } from '../types/type.js';
import { blame, follow, into } from './blame.js';
import { conform } from './conform.js';
import {
  Cell,
  Choice,
  type Contribution,
  type Given,
  type Head,
  type Instance,
  type Layer,
  LazyList,
  LazyMap,
  type Scope,
} from './model.js';
import { sameness } from './sameness.js';

/** What an instance is given for a key of its config: the topmost layer that gives it, or the default. */
export function configOf(instance: Instance, key: ConfigKey): Head {
  let cell = instance.config.get(key.name);
  if (cell === undefined) {
    const { world } = instance.scope;
    cell = new Cell(
      () => compute(instance, key),
      () =>
        world.report('value-cycle', givenOf(instance, key.name)?.expression.place ?? instance.place, {
          name: `${instance.id}.${key.name}`,
        }),
    );
    instance.config.set(key.name, cell);
  }
  return cell.get();
}

function compute(instance: Instance, key: ConfigKey): Head {
  const { scope } = instance;
  const names = [key.name, ...aliasesOf(instance.type, key.name)];
  const layers = instance.layers.toReversed();
  const below = (index: number): Head => {
    const layer = layers[index];
    if (layer === undefined) return key.default && scope.world.evaluate(key.default, scope);
    const head = names.map((name) => layer.map.get(name)).find((value) => value !== undefined);
    return filled(head, () => below(index + 1));
  };
  let head = below(0);
  if (key.collected) head = withContributions(head, instance, key.name);
  return conform(head, key.conformer, { given: givenOf(instance, key.name), scope });
}

/** What is not given, or not given in one case, is what lies below. */
function filled(head: Head, below: () => Head): Head {
  if (head === undefined) return below();
  return head instanceof Choice ? head.map((inner) => filled(inner, below)) : head;
}

/** Where the value of a key was written; undefined where it is the default. */
export function givenOf(instance: Instance, name: string): Given | undefined {
  const own = ownGiven(instance, name);
  const contributed = contributionsTo(instance, name).map(({ given }) => given);
  if (contributed.length === 0) return own;
  const { scope, place } = instance;
  const written = own === undefined ? undefined : follow(own);
  const before = written?.expression.kind === 'list' ? written.expression.items : [];
  const items = [...before.map((expression) => ({ expression, scope: written?.scope ?? scope })), ...contributed];
  return { expression: { kind: 'list', items: [], place }, scope, ...own, items };
}

function ownGiven(instance: Instance, name: string): Given | undefined {
  const names = [name, ...aliasesOf(instance.type, name)];
  for (const { given } of instance.layers.toReversed()) {
    const found = names.map(given).find((value) => value !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

function aliasesOf(type: Type, name: string): readonly string[] {
  return [...type.keys.values()].filter(({ aliasOf }) => aliasOf === name).map((key) => key.name);
}

/** The author's own items, then what others contribute, in the order of their ids, each once. */
function withContributions(own: Head, instance: Instance, key: string): Head {
  const { world } = instance.scope;
  if (world.collecting) world.report('collected-too-late', instance.place, { key });
  const contributed = contributionsTo(instance, key);
  if (contributed.length === 0) return own;
  return new LazyList(() => {
    const given = own === undefined ? [] : itemsOf(own);
    const more = contributed.flatMap(({ value }) => itemsOf(value()));
    return [...new Map([...given, ...more].map((item) => [sameness(item), item])).values()];
  }, false);
}

/** What others add, in the order of their ids. */
function contributionsTo(instance: Instance, key: string): readonly Contribution[] {
  return (instance.contributions.get(key) ?? []).toSorted((a, b) => byCodeUnits(a.from, b.from));
}

function itemsOf(head: Head): readonly Head[] {
  return head instanceof LazyList ? head.items : [head];
}

/** A layer of a config from what was written. What it consists of must be known. */
export function layerOf(expression: Expression, scope: Scope): Layer {
  const head = scope.world.evaluate(expression, scope);
  const given = (key: string) => into({ expression, scope }, key);
  if (head instanceof LazyMap) return { map: head, given };
  if (head !== undefined) {
    const { place, name } = blame(expression, scope);
    scope.world.report('must-be-known', place, { what: 'What is given here', name });
  }
  return { map: new LazyMap(new Map(), false), given };
}

/** `waitFor` inside the config of a nested resource. */
export function waitsIn(expression: Expression, scope: Scope, type: Type): readonly Given[] {
  const { expression: written } = follow({ expression, scope });
  if (written.kind !== 'map') return [];
  return ['waitFor', 'dependsOn'].flatMap((name) => {
    const found = type.keys.has(name) ? undefined : into({ expression, scope }, name);
    return found === undefined ? [] : [found];
  });
}
