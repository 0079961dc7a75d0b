import { member, type Node } from '../source/node.js';
import type { Path, Place } from '../source/place.js';
import { blueprintKey } from '../template/cloudformation.js';
import type { LogicalResource } from '../template/logical.js';
import type { Call } from '../template/value.js';

/** A function that gives one of its arguments as it is. */
const CHOICE = 'Fn::If';

/** Where a value stands in a resource, as a list from the value outwards; paths and places are made when asked for. */
export class Site {
  private constructor(
    readonly resource: LogicalResource,
    private readonly parent: Site | undefined,
    private readonly key: string | number,
    private readonly call: Call | undefined,
  ) {}

  /** The resource itself; its properties are at `Properties`. */
  static of(resource: LogicalResource): Site {
    return new Site(resource, undefined, '', undefined);
  }

  at(key: string | number): Site {
    return new Site(this.resource, this, key, undefined);
  }

  /** The arguments of a function that stands here. */
  into(call: Call): Site {
    return new Site(this.resource, this, call.name, call);
  }

  /**
   * The attribute (`Properties`) and the way to the property that gets this value as it is; undefined inside a function
   * that makes another value of it.
   */
  get path(): Path | undefined {
    const path: (string | number)[] = [];
    const { steps } = this;
    for (const [index, { call, key }] of steps.entries()) {
      if (call === undefined && steps[index - 1]?.call === undefined) path.push(key);
      if (call !== undefined && call.name !== CHOICE) return undefined;
    }
    return path;
  }

  /** The names on the way, without the functions and the numbers of items. */
  get names(): readonly string[] {
    return this.steps.flatMap((step) => (step.call === undefined && typeof step.key === 'string' ? [step.key] : []));
  }

  /** Where the author wrote it, or what the author wrote that it comes from. */
  get place(): Place {
    const { resource } = this;
    const exact = resource.configPlace !== undefined;
    let { place } = resource;
    for (const [index, { call, key }] of this.steps.entries()) {
      if (call !== undefined) place = exact ? argumentsOf(call) : call.place;
      else if (index === 0) place = attributePlace(resource, key);
      else if (exact) place = place.at(key);
    }
    return place;
  }

  private get steps(): readonly Site[] {
    const steps: Site[] = [];
    for (let site: Site = this; site.parent !== undefined; site = site.parent) steps.push(site);
    return steps.reverse();
  }
}

function attributePlace({ place, configPlace }: LogicalResource, key: string | number): Place {
  return key === 'Properties' ? (configPlace ?? place) : place.at(blueprintKey(String(key)));
}

/** A function stands behind its tag (`!Sub text`) or under its name (`Fn::Sub: text`). */
function argumentsOf({ place, name }: Call): Place {
  return member(nodeAt(place), name) === undefined ? place : place.at(name);
}

/** The part of a place's text that is the word, as far as it is there. */
export function wordAt(place: Place, word: string): { readonly part?: { readonly from: number; readonly to: number } } {
  const node = nodeAt(place);
  const from = node?.kind === 'scalar' ? node.text.indexOf(word) : -1;
  return from < 0 ? {} : { part: { from, to: from + word.length } };
}

/** What stands at a place. */
export function nodeAt(place: Place): Node | undefined {
  let node = place.document.root;
  for (const step of place.path) node = node?.kind === 'list' ? node.items[Number(step)] : member(node, String(step));
  return node;
}
