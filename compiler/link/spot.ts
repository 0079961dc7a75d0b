import { member, type Node } from '../source/node.js';
import type { Path, Place } from '../source/place.js';
import { blueprintKey } from '../template/cloudformation.js';
import type { LogicalResource } from '../template/logical.js';
import type { Call } from '../template/value.js';

/** What a value belongs to: a resource, or an entry of a section. */
export interface Owner {
  /** The section as the template calls it: `Resources`, `Outputs`. */
  readonly section: string;
  readonly name: string;
  readonly place: Place;
  readonly resource?: LogicalResource;
  /** The condition under which it is there. */
  readonly condition?: string;
}

/** The branch of a `Fn::If` that something stands in, and the branches around that. */
export interface Guard {
  readonly condition: string;
  readonly holds: boolean;
  readonly outer: Guard | undefined;
}

/** Where a value stands, as a list from the value to its owner; paths and places are made when somebody asks. */
export class Spot {
  private constructor(
    readonly owner: Owner,
    private readonly parent: Spot | undefined,
    private readonly key: string | number,
    readonly guard: Guard | undefined,
    private readonly call: Call | undefined,
  ) {}

  static of(owner: Owner): Spot {
    return new Spot(owner, undefined, '', undefined, undefined);
  }

  at(key: string | number, guard = this.guard): Spot {
    return new Spot(this.owner, this, key, guard, undefined);
  }

  /** The arguments of a function that stands here. */
  into(call: Call): Spot {
    return new Spot(this.owner, this, call.name, this.guard, call);
  }

  /** Inside the owner: `["Properties", "UserData", "Fn::Base64"]`. */
  get path(): Path {
    return this.steps.map((step) => step.key);
  }

  /** The property in the owner, as far as it is one: `UserData`, `DependsOn.0`. */
  get label(): string {
    const keys: (string | number)[] = [];
    for (const step of this.steps) {
      if (step.call !== undefined) break;
      keys.push(step.key);
    }
    return (keys[0] === 'Properties' && keys.length > 1 ? keys.slice(1) : keys).join('.');
  }

  /** Where the author wrote it, or what the author wrote that it comes from. */
  get place(): Place {
    const { resource } = this.owner;
    const exact = resource === undefined || resource.configPlace !== undefined;
    let place = this.owner.place;
    for (const [index, step] of this.steps.entries()) {
      if (step.call !== undefined) place = argumentsPlace(step.call);
      else if (resource !== undefined && index === 0) place = startOf(resource, step.key);
      else if (exact) place = index === 0 ? memberOf(place, step.key) : place.at(step.key);
    }
    return place;
  }

  /** Whether it stands inside a function that stands inside another one. */
  get isNested(): boolean {
    return this.steps.filter((step) => step.call !== undefined).length > 1;
  }

  private get steps(): readonly Spot[] {
    const steps: Spot[] = [];
    for (let spot: Spot = this; spot.parent !== undefined; spot = spot.parent) steps.push(spot);
    return steps.reverse();
  }
}

/** Where the author says that a resource waits for another one, among the several that it may wait for. */
export function dependencyPlace({ place }: LogicalResource, target: string): Place | undefined {
  const written = nodeAt(place);
  for (const key of ['dependsOn', 'waitFor']) {
    const value = member(written, key);
    if (value === undefined) continue;
    if (value.kind !== 'list') return place.at(key);
    const index = value.items.findIndex((item) => item.kind === 'scalar' && names(item.text, target));
    return index < 0 ? place.at(key) : place.at(key).at(index);
  }
  return undefined;
}

/** `DB` or `$DB` names `DB`, and `LBListener` is what is waited for where `LB` is named. */
function names(text: string, target: string): boolean {
  const name = text.replace(/^\$/, '').split('.', 1)[0] ?? '';
  return name !== '' && target.startsWith(name);
}

function startOf(resource: LogicalResource, key: string | number): Place {
  if (key === 'Properties') return resource.configPlace ?? resource.place;
  return resource.place.at(blueprintKey(String(key)));
}

/** What an entry of a section says is written in CloudFormation's words or in ours. */
function memberOf(place: Place, key: string | number): Place {
  const own = blueprintKey(String(key));
  return member(nodeAt(place), own) === undefined ? place.at(key) : place.at(own);
}

/** A function stands behind its tag (`!Sub text`) or under its name (`Fn::Sub: text`). */
function argumentsPlace(call: Call): Place {
  const node = nodeAt(call.place);
  return member(node, call.name) === undefined ? call.place : call.place.at(call.name);
}

function nodeAt(place: Place): Node | undefined {
  let node = place.document.root;
  for (const step of place.path) node = node?.kind === 'list' ? node.items[Number(step)] : member(node, String(step));
  return node;
}
