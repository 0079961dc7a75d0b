import type { Place } from '../source/place.js';
import type { Logical, LogicalResource, Placed } from '../template/logical.js';
import { Call, isMap, Reference, Text, type Value } from '../template/value.js';
import { readSub } from '../text/sub.js';
import { dependencyPlace, type Owner, Spot } from './spot.js';

/** A use of a name. Without a place of its own it stands at its spot, there from `from` to `to` of a text. */
export interface Use {
  readonly kind: 'reference' | 'dependency' | 'condition';
  readonly target: string;
  readonly attribute: string | undefined;
  readonly spot: Spot;
  readonly place?: Place;
  readonly part?: { readonly from: number; readonly to: number };
}

export interface FoundCall {
  readonly call: Call;
  /** Of the function's arguments. */
  readonly spot: Spot;
}

/** All that the content of a template refers to. */
export interface Found {
  readonly uses: Use[];
  readonly calls: FoundCall[];
  /** The variables of `Fn::ForEach`. */
  readonly loopNames: Set<string>;
}

const loopPrefix = 'Fn::ForEach::';

/** Walks everything that will be in the template, once. */
export function collect(logical: Logical): Found {
  const found: Found = { uses: [], calls: [], loopNames: new Set() };
  for (const resource of logical.resources) collectResource(resource, found);
  const { conditions, rules, outputs, mappings, parameters, raw } = logical.sections;
  for (const [section, entries] of Object.entries({ conditions, rules, outputs, mappings, parameters }))
    for (const [name, entry] of entries)
      collectEntry(section.charAt(0).toUpperCase() + section.slice(1), name, entry, found);
  for (const [name, entry] of raw) collectEntry('raw', name, entry, found);
  return found;
}

function collectResource(resource: LogicalResource, found: Found): void {
  const condition = textOf(resource.attributes.get('Condition'));
  const { id: name, place } = resource;
  const spot = Spot.of({
    section: 'Resources',
    name,
    place,
    resource,
    ...(condition === undefined ? {} : { condition }),
  });
  for (const [attribute, value] of resource.attributes) collectAttribute(attribute, value, spot.at(attribute), found);
  if (resource.properties !== undefined) walk(resource.properties, spot.at('Properties'), found);
}

function collectAttribute(name: string, value: Value, spot: Spot, found: Found): void {
  if (name === 'Condition') collectCondition(value, spot, found);
  else if (name !== 'DependsOn') walk(value, spot, found);
  else if (!Array.isArray(value)) collectDependency(value, spot, found);
  else for (const [index, item] of value.entries()) collectDependency(item, spot.at(index), found);
}

function collectDependency(value: Value, spot: Spot, found: Found): void {
  if (typeof value === 'string') {
    const place = spot.owner.resource && dependencyPlace(spot.owner.resource, value);
    found.uses.push({ kind: 'dependency', target: value, attribute: undefined, spot, ...(place && { place }) });
  } else if (value instanceof Reference) found.uses.push({ ...useOf(value, spot), kind: 'dependency' });
  else walk(value, spot, found);
}

function collectEntry(section: string, name: string, { value, place }: Placed, found: Found): void {
  const written = section === 'Outputs' && isMap(value) ? value.Condition : undefined;
  const condition = textOf(written);
  const owner: Owner = { section, name, place, ...(condition === undefined ? {} : { condition }) };
  const spot = Spot.of(owner);
  if (written !== undefined) collectCondition(written, spot.at('Condition'), found);
  walk(value, spot, found);
}

function collectCondition(value: Value, spot: Spot, found: Found): void {
  if (typeof value === 'string') found.uses.push({ kind: 'condition', target: value, attribute: undefined, spot });
  else walk(value, spot, found);
}

function walk(value: Value, spot: Spot, found: Found): void {
  if (typeof value !== 'object' || value === null) return;
  if (value instanceof Reference) found.uses.push(useOf(value, spot));
  else if (value instanceof Call) walkCall(value, spot.into(value), found);
  else if (value instanceof Text) for (const part of value.parts) walk(part, spot, found);
  else if (isMap(value)) walkMap(value, spot, found);
  else for (const [index, item] of value.entries()) walk(item, spot.at(index), found);
}

function walkMap(map: { readonly [key: string]: Value }, spot: Spot, found: Found): void {
  for (const [key, value] of Object.entries(map)) {
    if (key.startsWith(loopPrefix) && Array.isArray(value) && typeof value[0] === 'string')
      found.loopNames.add(value[0]);
    walk(value, spot.at(key), found);
  }
}

function walkCall(call: Call, spot: Spot, found: Found): void {
  found.calls.push({ call, spot });
  const { name, args } = call;
  if (name === 'Condition') collectCondition(args, spot, found);
  else if (name === 'Fn::If') walkIf(args, spot, found);
  else if (name === 'Fn::Sub') walkSub(args, spot, found);
  else if (name === 'Ref' && typeof args === 'string')
    found.uses.push(useOf(new Reference(args, undefined, spot.place), spot));
  else if (name === 'Fn::GetAtt') walkGetAtt(args, spot, found);
  else walk(args, spot, found);
}

function walkIf(args: Value, spot: Spot, found: Found): void {
  const [condition, yes, no] = listOf(args);
  if (typeof condition !== 'string') {
    walk(args, spot, found);
    return;
  }
  collectCondition(condition, spot.at(0), found);
  if (yes !== undefined) walk(yes, spot.at(1, { condition, holds: true, outer: spot.guard }), found);
  if (no !== undefined) walk(no, spot.at(2, { condition, holds: false, outer: spot.guard }), found);
}

function walkGetAtt(args: Value, spot: Spot, found: Found): void {
  const [target, attribute] = typeof args === 'string' ? splitAtDot(args) : listOf(args);
  if (typeof target !== 'string') {
    walk(args, spot, found);
    return;
  }
  found.uses.push({ kind: 'reference', target, attribute: textOf(attribute) ?? '', spot });
  if (attribute !== undefined) walk(attribute, spot.at(1), found);
}

function walkSub(args: Value, spot: Spot, found: Found): void {
  const [text, variables] = typeof args === 'string' ? [args] : listOf(args);
  const textSpot = typeof args === 'string' ? spot : spot.at(0);
  const own = variables !== undefined && isMap(variables) ? variables : undefined;
  if (typeof text !== 'string') {
    walk(args, spot, found);
    return;
  }
  if (own !== undefined) walk(own, spot.at(1), found);
  for (const part of readSub(text)) {
    if (typeof part === 'string' || (own !== undefined && Object.hasOwn(own, part.name))) continue;
    const keys = part.steps.map((step) => (step.kind === 'member' ? step.key : ''));
    const attribute = keys.length > 0 ? keys.join('.') : undefined;
    const { from, to } = part;
    found.uses.push({ kind: 'reference', target: part.name, attribute, spot: textSpot, part: { from, to } });
  }
}

function useOf({ target, attribute, place, part }: Reference, spot: Spot): Use {
  return { kind: 'reference', target, attribute, spot, place, ...(part && { part }) };
}

function splitAtDot(text: string): readonly string[] {
  const dot = text.indexOf('.');
  return dot < 0 ? [text] : [text.slice(0, dot), text.slice(dot + 1)];
}

function listOf(value: Value): readonly Value[] {
  return Array.isArray(value) ? (value as readonly Value[]) : [];
}

function textOf(value: Value | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
