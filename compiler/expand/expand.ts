import type { Blueprint } from '../check/blueprint.js';
import type { Report } from '../diagnostics/diagnostic.js';
import type { Logical, LogicalResource, WrittenGraph } from '../template/logical.js';
import { byCodeUnits } from '../text/codeUnits.js';
import type { Types } from '../types/load.js';
import { Bounds } from './bounds.js';
import { contribute } from './contribute.js';
import { blueprintScope, type Declared, declareAll } from './declare.js';
import { evaluate } from './evaluate.js';
import { Generated } from './generated.js';
import type { Thing, World } from './model.js';
import { checkOverlap } from './overlap.js';
import { partOf } from './parts.js';
import { produce } from './produce.js';
import { expandSections } from './sections.js';
import { settle } from './settle.js';
import { SharedResources } from './shared.js';
import { writtenGraph } from './written.js';

/** What a blueprint expands to. */
export interface Expansion {
  readonly logical: Logical;
  readonly written: WrittenGraph;
}

/**
 * Takes a blueprint down to CloudFormation's types. Instances of the types are made first, then what they contribute
 * to each other is collected, then everything is evaluated by name, so that no order of writing matters.
 */
export function expand(blueprint: Blueprint, types: Types, report: Report): Expansion {
  const things = new Map<string, Thing>();
  const shared = new SharedResources(blueprint, things);
  const saying: Report = (code, ...finding) => {
    world.spoiled ||= code !== 'nothing-there' && code !== 'check-warned';
    report(code, ...finding);
  };
  const world: World = {
    report: saying,
    spoiled: false,
    blueprint,
    types,
    generated: new Generated(namesOf(blueprint, 'conditions'), namesOf(blueprint, 'mappings'), blueprint.place),
    collecting: false,
    bounds: new Bounds(saying),
    open: new Set(),
    evaluate,
    settle: (head, place) => settle(head, place, world),
    shared: (name, type, asked) => shared.find(name, type, asked, world),
    part: partOf,
  };
  const scope = blueprintScope(world, things);
  const declared = declareAll(world, things, scope);
  world.collecting = true;
  for (const { thing } of declared) contribute(thing, world);
  world.collecting = false;
  const resources = new Map<string, LogicalResource>();
  for (const thing of inOrder(declared)) produce(thing, world, resources);
  const sections = expandSections(blueprint, scope, world);
  for (const thing of shared.made()) produce(thing, world, resources);
  checkOverlap(blueprint, resources, sections, report);
  return { logical: { resources: [...resources.values()], sections }, written: writtenGraph(declared, world) };
}

/** What the author calls conditions or mappings, also in `raw`. */
function namesOf(blueprint: Blueprint, section: 'conditions' | 'mappings'): ReadonlySet<string> {
  const raw = blueprint.raw.get(section.charAt(0).toUpperCase() + section.slice(1));
  return new Set([...blueprint[section].keys(), ...(raw?.kind === 'map' ? raw.entries.map(({ key }) => key) : [])]);
}

/** By id, so that the order of writing decides nothing. */
function inOrder(declared: readonly Declared[]): readonly Thing[] {
  return declared.toSorted((a, b) => byCodeUnits(a.id, b.id)).map(({ thing }) => thing);
}
