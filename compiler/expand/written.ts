import type { Place } from '../source/place.js';
import type { WrittenEdge, WrittenGraph, WrittenNode } from '../template/logical.js';
import type { Chain, Expression } from '../text/expression.js';
import type { Type } from '../types/type.js';
import type { Declared } from './declare.js';
import { Group, Instance, type RawResource, type Thing, type World } from './model.js';

/** The graph that the author wrote: resources, the nested ones among their parts, and what each of them names. */
export function writtenGraph(declared: readonly Declared[], world: World): WrittenGraph {
  const nodes: WrittenNode[] = [];
  const edges: WrittenEdge[] = [];
  const things = new Map(declared.map(({ id, thing }) => [id, thing]));
  for (const { declaration, thing } of declared) {
    const { typeName, config, settings, place, type } = declaration;
    for (const member of membersOf(thing)) {
      nodes.push({ id: member.id, type: typeName, place });
      const link = (from: string, expression: Expression, label: string) => {
        const named: Named[] = [];
        findNames(expression, label, named);
        for (const { chain, at, key } of named) {
          for (const to of targetsOf(things.get(chain.name), chain)) edges.push({ from, to, label: key, place: at });
        }
      };
      for (const [name, setting] of settings) link(member.id, setting, name);
      if (config === undefined) continue;
      const nested = nestedParts(member, type, world);
      for (const { key, value } of config.kind === 'map' ? config.entries : []) {
        const name = type?.keys.get(key)?.aliasOf ?? key;
        const parts = nested.get(name);
        if (parts === undefined) link(member.id, value, key);
        for (const part of parts ?? []) {
          nodes.push({ id: part.id, type: part.type.name, parent: member.id, place: value.place });
          edges.push({ from: member.id, to: part.id, label: key, place: value.place });
          link(part.id, value, '');
        }
      }
      if (config.kind !== 'map') link(member.id, config, 'config');
    }
  }
  return { nodes, edges: unique(edges) };
}

function membersOf(thing: Declared['thing']): readonly (Instance | RawResource)[] {
  return thing instanceof Group ? [...thing.members.values()] : [thing];
}

/** The ids that a name means. `$Server.1` is one of a group. */
function targetsOf(thing: Thing | undefined, { steps: [step] }: Chain): readonly string[] {
  if (!(thing instanceof Group)) return thing === undefined ? [] : [thing.id];
  const one = step?.kind === 'member' ? thing.members.get(step.key) : undefined;
  return one === undefined ? membersOf(thing).map(({ id }) => id) : [one.id];
}

/** The parts that are nested resources of the author's, by the config key that describes them. */
function nestedParts(
  member: Instance | RawResource,
  type: Type | undefined,
  world: World,
): ReadonlyMap<string, readonly Instance[]> {
  const nested = new Map<string, readonly Instance[]>();
  if (!(member instanceof Instance) || type === undefined) return nested;
  for (const part of type.template.parts.values()) {
    for (const layer of part.config()) {
      const key = layer.kind === 'name' ? layer.chain.name : '';
      if (type.keys.get(key)?.resource === undefined) continue;
      const made = world.part(member, part.name);
      const parts = made === undefined ? [] : membersOf(made).filter((item) => item instanceof Instance);
      nested.set(key, [...(nested.get(key) ?? []), ...parts]);
    }
  }
  return nested;
}

interface Named {
  readonly chain: Chain;
  readonly at: Place;
  readonly key: string;
}

/** Puts the names in an expression, each with the keys that lead to it, into a list. */
function findNames(expression: Expression, key: string, found: Named[]): void {
  switch (expression.kind) {
    case 'literal':
      if (WAITED_FOR.test(key)) found.push(waitedFor(String(expression.value), expression.place, key));
      return;
    case 'name':
      found.push({ chain: expression.chain, at: expression.place, key });
      return;
    case 'text':
      for (const part of expression.parts) {
        if (typeof part === 'string') continue;
        if ('kind' in part) findNames(part, key, found);
        else found.push({ chain: part, at: expression.place, key });
      }
      return;
    case 'list':
      for (const [index, item] of expression.items.entries()) findNames(item, below(key, index), found);
      return;
    case 'map':
      for (const entry of expression.entries) findNames(entry.value, below(key, entry.key), found);
      return;
    case 'call':
      for (const name of expression.names ?? []) {
        if (typeof name !== 'string') found.push({ chain: name, at: expression.place, key });
      }
      findNames(expression.args, key, found);
  }
}

const WAITED_FOR = /^(waitFor|dependsOn)(\.\d+)?$/;

function waitedFor(name: string, at: Place, key: string): Named {
  return { chain: { name, steps: [], from: 0, to: 0 }, at, key: key.replace(/\.\d+$/, '') };
}

function below(key: string, step: string | number): string {
  return key === '' ? `${step}` : `${key}.${step}`;
}

function unique(edges: readonly WrittenEdge[]): readonly WrittenEdge[] {
  return [...new Map(edges.map((edge) => [`${edge.from} ${edge.to} ${edge.label}`, edge])).values()];
}
