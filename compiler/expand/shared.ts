import type { Blueprint } from '../check/blueprint.js';
import type { Place } from '../source/place.js';
import { contribute } from './contribute.js';
import { blueprintScope } from './declare.js';
import { Group, Instance, type Thing, type World } from './model.js';
import { makeInstance } from './parts.js';
import { NO_SETTINGS } from './settings.js';

/** The resources that types share: the blueprint's only one of a type, or one that is made when it is asked for. */
export class SharedResources {
  private readonly known = new Map<string, Thing | undefined>();
  private readonly own: Thing[] = [];

  constructor(
    private readonly blueprint: Blueprint,
    private readonly things: Map<string, Thing>,
  ) {}

  /** What nobody declared and had to be made, in the order of their ids. More may be made while they are produced. */
  *made(): Iterable<Thing> {
    for (let index = 0; index < this.own.length; index++) yield this.own[index] as Thing;
  }

  find(name: string, typeName: string, asked: Place, world: World): Thing | undefined {
    const type = world.types.get(typeName);
    if (type === undefined) return undefined;
    if (this.known.has(type.name)) return this.known.get(type.name);
    const declared = [...this.things.values()]
      .flatMap((thing) => (thing instanceof Group ? [...thing.members.values()] : [thing]))
      .filter((thing) => thing instanceof Instance && thing.type === type);
    const [first, ...others] = declared;
    if (others.length > 0) {
      const ids = declared.map(({ id }) => id).sort();
      const hint = `Name the one that is meant, such as ${type.name}: $${ids[0]}.`;
      world.report('several-shared', asked, { type: type.name, ids: ids.join(', ') }, { hint });
    }
    const thing = first ?? this.make(name, typeName, asked, world);
    this.known.set(type.name, thing);
    return thing;
  }

  private make(id: string, typeName: string, asked: Place, world: World): Thing | undefined {
    const type = world.types.get(typeName);
    if (type === undefined) return undefined;
    const taken = this.things.get(id);
    if (taken !== undefined || this.blueprint.parameters.has(id)) {
      const place =
        taken === undefined || taken instanceof Group ? this.blueprint.parameters.get(id)?.place : taken.place;
      const related = place && [{ place, message: `It is called "${id}", too.` }];
      const hint = `Call it something else, or write a ${type.name} of your own.`;
      world.report('shared-id-taken', asked, { id, type: type.name }, { hint, ...(related && { related }) });
      return undefined;
    }
    const scope = blueprintScope(world, this.things);
    const thing = makeInstance(
      id,
      type,
      [],
      scope,
      NO_SETTINGS,
      undefined,
      world,
      this.blueprint.place.at('resources'),
    );
    this.own.push(thing);
    contribute(thing, world);
    return thing;
  }
}
