import type { JsonType, Shape } from '../text/shape.js';
import type { ObjectSpecification, TypeSpecification, ValueType } from './specification.js';

/**
 * How the scalars of a CloudFormation type's properties are read, so that the template says what the author wrote. A
 * quoted scalar stays a text everywhere, as CloudFormation accepts texts for numbers and booleans. A plain one keeps
 * its YAML type where it prints back as it was written (22, true), and is exactly its characters where a text belongs
 * and it does not (012345670123, 3.10, yes).
 */
export function shapeOfSpecification(spec: TypeSpecification): Shape {
  return new ObjectShape(spec, spec.properties);
}

const TEXT: ReadonlySet<JsonType> = new Set(['string', 'number', 'boolean', 'null']);
const SCALAR: ReadonlySet<JsonType> = new Set(['number', 'boolean', 'null']);

class ObjectShape implements Shape {
  readonly allowed = undefined;
  readonly format = undefined;

  constructor(
    private readonly spec: TypeSpecification,
    private readonly object: ObjectSpecification,
  ) {}

  property(key: string): Shape | undefined {
    const property = this.object.property(key);
    return property && shapeOfValue(this.spec, property.type);
  }

  item(): undefined {}
}

/** A list may be written as its only item. */
class ListShape implements Shape {
  readonly format = undefined;

  constructor(private readonly inner: Shape | undefined) {}

  get allowed(): ReadonlySet<JsonType> | undefined {
    return this.inner?.allowed;
  }

  get verbatim(): boolean {
    return this.inner?.verbatim === true;
  }

  property(key: string): Shape | undefined {
    return this.inner?.property(key);
  }

  item(): Shape | undefined {
    return this.inner;
  }
}

class MapShape implements Shape {
  readonly allowed = undefined;
  readonly format = undefined;

  constructor(private readonly inner: Shape | undefined) {}

  property(): Shape | undefined {
    return this.inner;
  }

  item(): undefined {}
}

class ScalarShape implements Shape {
  readonly format = undefined;
  readonly verbatim = true;

  constructor(readonly allowed: ReadonlySet<JsonType>) {}

  property(): undefined {}

  item(): undefined {}
}

/** What any of the alternatives allow; where one of them is free JSON, only what a text may be is known. */
class UnionShape implements Shape {
  readonly format = undefined;
  readonly verbatim = true;

  constructor(private readonly shapes: readonly Shape[]) {}

  get allowed(): ReadonlySet<JsonType> | undefined {
    const sets = this.shapes.flatMap(({ allowed }) => allowed ?? []);
    return sets.length === 0 ? undefined : new Set(sets.flatMap((set) => [...set]));
  }

  property(key: string): Shape | undefined {
    return either(this.shapes.flatMap((shape) => shape.property(key) ?? []));
  }

  item(): Shape | undefined {
    return either(this.shapes.flatMap((shape) => shape.item() ?? []));
  }
}

function either(shapes: readonly Shape[]): Shape | undefined {
  return shapes.length < 2 ? shapes[0] : new UnionShape(shapes);
}

const text = new ScalarShape(TEXT);
const scalar = new ScalarShape(SCALAR);

function shapeOfValue(spec: TypeSpecification, type: ValueType): Shape | undefined {
  if (type.kind === 'string' || type.kind === 'timestamp') return text;
  if (type.kind === 'list') return new ListShape(shapeOfValue(spec, type.item));
  if (type.kind === 'map') return new MapShape(shapeOfValue(spec, type.value));
  if (type.kind === 'object') return new ObjectShape(spec, spec.definition(type.name));
  if (type.kind === 'union') return either(type.types.flatMap((one) => shapeOfValue(spec, one) ?? []));
  return type.kind === 'json' ? undefined : scalar;
}
