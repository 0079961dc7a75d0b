import type { Path } from '../source/place.js';
import type { TypeSpecification, ValueType } from '../specification/specification.js';
import data from './orders.json' with { type: 'json' };

const everywhere: ReadonlyMap<string, string> = new Map(Object.entries(data.everywhere));
const types: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(data.types).map(([type, lists]) => [type, new Map(Object.entries(lists) as [string, string][])]),
);

/** A place in the properties of a type, with what is known about what stands there. */
export class ValuePlace {
  private constructor(
    private readonly typeName: string,
    private readonly spec: TypeSpecification | undefined,
    private readonly types: readonly ValueType[],
    private readonly steps: Path,
  ) {}

  /** The place of all properties of a type. */
  static properties(typeName: string, spec: TypeSpecification | undefined): ValuePlace {
    return new ValuePlace(typeName, spec, [], []);
  }

  key(key: string): ValuePlace {
    return new ValuePlace(this.typeName, this.spec, this.memberTypes(key), [...this.steps, key]);
  }

  item(): ValuePlace {
    const items = this.types.flatMap((type) => (type.kind === 'list' ? [type.item] : []));
    return new ValuePlace(this.typeName, this.spec, flat(items), [...this.steps, '*']);
  }

  /** Whether only a list can stand here. */
  get isList(): boolean {
    return this.types.length > 0 && this.types.every(({ kind }) => kind === 'list');
  }

  /**
   * For a list whose order has no meaning, the key that tells its items from one another, empty where they have none;
   * undefined where order has a meaning.
   */
  get setKey(): string | undefined {
    if (this.types.length > 0 && !this.types.some(({ kind }) => kind === 'list')) return undefined;
    return types.get(this.typeName)?.get(this.steps.join('.')) ?? everywhere.get(String(this.steps.at(-1)));
  }

  private memberTypes(key: string): readonly ValueType[] {
    if (this.steps.length === 0) {
      const property = this.spec?.properties.property(key);
      return property === undefined ? [] : flat([property.type]);
    }
    const found = this.types.flatMap((type) => {
      if (type.kind === 'map') return [type.value];
      const property = type.kind === 'object' ? this.spec?.definition(type.name).property(key) : undefined;
      return property === undefined ? [] : [property.type];
    });
    return flat(found);
  }
}

function flat(found: readonly ValueType[]): readonly ValueType[] {
  return found.flatMap((type) => (type.kind === 'union' ? flat(type.types) : [type]));
}
