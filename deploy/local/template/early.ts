import { isJsonMap } from '../../../compiler/diff/node.js';
import type { Specifications } from '../../../compiler/specification/read.js';
import type {
  ObjectSpecification,
  TypeSpecification,
  ValueType,
} from '../../../compiler/specification/specification.js';
import type { Json, JsonMap } from '../../../compiler/template/template.js';
import { unfits } from './fits.js';

/** What CloudFormation finds out about a resource before anything happens (`DescribeEvents`, VALIDATION_ERROR). */
export interface EarlyFinding {
  /** The logical id. */
  readonly id: string;
  readonly type: string;
  /** `ValidationPath`: `/Resources/X/Properties/Y/0`. */
  readonly path: string;
  /** `ValidationStatusReason`. */
  readonly message: string;
  /** `ValidationName`. */
  readonly name: 'PROPERTY_VALIDATION';
}

/** Only so many are told of a resource. */
const MOST = 20;
/** Only so many values are looked at: alternatives within alternatives multiply. */
const STEPS = 50_000;

/**
 * Holds a resource's evaluated properties against the description of its type: properties that there are not, required
 * ones that are missing, values of the wrong kind. What is not known passes.
 */
export function earlyFindings(
  { id, type }: { readonly id: string; readonly type: string },
  properties: JsonMap,
  specifications: Specifications,
): readonly EarlyFinding[] {
  const spec = specifications.typeSpecification(type);
  if (spec === undefined || spec.transform !== undefined) return [];
  const found: EarlyFinding[] = [];
  const report: Report = (path, message) => {
    if (found.length < MOST) found.push({ id, type, path, message, name: 'PROPERTY_VALIDATION' });
  };
  holdObject(properties, spec.properties, { spec, report, steps: { left: STEPS } }, `/Resources/${id}/Properties`);
  return found;
}

type Report = (path: string, message: string) => void;

interface Holding {
  readonly spec: TypeSpecification;
  readonly report: Report;
  readonly steps: { left: number };
}

function holdObject(value: JsonMap, object: ObjectSpecification, holding: Holding, path: string): void {
  for (const [key, inner] of Object.entries(value)) {
    const property = object.property(key);
    if (property !== undefined) hold(inner, property.type, holding, `${path}/${key}`);
    else if (!object.open) holding.report(`${path}/${key}`, `Unsupported property [${key}]`);
  }
  for (const required of object.required) {
    if (!Object.hasOwn(value, required)) holding.report(path, `required key [${required}] not found`);
  }
}

function hold(value: Json, type: ValueType, holding: Holding, path: string): void {
  if (--holding.steps.left < 0) return;
  const problem = unfits(value, type);
  if (problem !== undefined) holding.report(path, problem);
  else if (type.kind === 'list') {
    const items = Array.isArray(value) ? value : [value];
    for (const [at, item] of items.entries()) hold(item, type.item, holding, `${path}/${at}`);
  } else if (type.kind === 'map' && isJsonMap(value)) {
    for (const [key, inner] of Object.entries(value)) hold(inner, type.value, holding, `${path}/${key}`);
  } else if (type.kind === 'object' && isJsonMap(value)) {
    holdObject(value, holding.spec.definition(type.name), holding, path);
  } else if (type.kind === 'union') holdUnion(value, type.types, holding, path);
}

/** One alternative has to fit; where none does, what is wrong with the nearest one is told. */
function holdUnion(value: Json, types: readonly ValueType[], holding: Holding, path: string): void {
  const attempts = types
    .filter((type) => unfits(value, type) === undefined)
    .map((type) => {
      const found: [string, string][] = [];
      hold(value, type, { ...holding, report: (...finding) => found.push(finding) }, path);
      return found;
    });
  const [best = []] = attempts.sort((a, b) => a.length - b.length);
  for (const [where, message] of best) holding.report(where, message);
}
