import type { Report } from '../../diagnostics/diagnostic.js';
import type { Place } from '../../source/place.js';
import type { Specifications } from '../../specification/read.js';
import type { Expression } from '../../text/expression.js';
import { didYouMean } from '../../text/suggest.js';
import type { Types } from '../../types/load.js';
import type { Part, TypeTemplate } from '../../types/type.js';
import { checkConfig } from '../config.js';
import { isCloudFormation } from '../declarations.js';
import { checkResource } from '../properties/resource.js';
import { checkSuperseded } from '../properties/superseded.js';

/** May stand in a layer for a type of ours, beside what the type itself knows. */
const WAITS = new Set(['waitFor', 'dependsOn']);

/** Checks the parts of a template, and what it shares, against the types that they are of. */
export function checkParts(
  { parts, shared }: TypeTemplate,
  types: Types,
  specifications: Specifications,
  report: Report,
): void {
  for (const { type, place } of shared.values()) checkType(type, place, types, report, false);
  const raw = [...parts.values()].map(({ type, place }) => ({ typeName: type, place }));
  checkSuperseded(raw, specifications, report);
  for (const part of parts.values()) {
    if (part.type === '') continue;
    checkType(part.type, part.place.at('type'), types, report, true);
    if (isCloudFormation(part.type)) checkProperties(part, specifications, report);
    else checkLayers(part, types, report);
  }
}

function checkType(name: string, place: Place, types: Types, report: Report, raw: boolean): void {
  if ((raw && isCloudFormation(name)) || types.has(name)) return;
  const hint = isCloudFormation(name)
    ? 'Only resources of types with a folder are shared.'
    : didYouMean(name, types.names());
  report('unknown-type', place, { type: name }, { hint });
}

/** What one layer leaves out another may have, and what is not known has everything. */
/** The properties of a part of a CloudFormation type; where there are layers, none of them has to be complete. */
function checkProperties({ type, name, config, place }: Part, specifications: Specifications, report: Report): void {
  const layers = config();
  const written = layers.length === 0 ? [{ kind: 'map', entries: [], place } as const] : layers;
  for (const layer of written) {
    const part = { typeName: type, id: name, place, config: settled(layer, new Set()), settings: new Map() };
    checkResource(part, specifications, (...finding) => {
      if (finding[0] !== 'missing-property' || layers.length < 2) report(...finding);
    });
  }
}

function checkLayers(part: Part, types: Types, report: Report): void {
  const type = types.get(part.type);
  if (type === undefined) return;
  const layers = part.config();
  const whole = layers.length === 0 || (layers.length === 1 && layers[0]?.kind === 'map');
  const owner = `${type.name} "${part.name}"`;
  const written = layers.length === 0 ? [{ kind: 'map', entries: [], place: part.place } as const] : layers;
  for (const layer of written) {
    const open = new Set<Place>();
    const config = settled(layer, open);
    if (config.kind !== 'map') continue;
    const own = { ...config, entries: config.entries.filter(({ key }) => !WAITS.has(key) || type.keys.has(key)) };
    checkConfig(own, type, owner, types, (...finding) => {
      const [code, place] = finding;
      if (code === 'missing-property' && !whole) return;
      // How many items a list has is not known where some are repeated or stand for several.
      if (code === 'out-of-range' && open.has(place)) return;
      report(...finding);
    });
  }
}

/** The expression with what depends on a condition or is repeated in it, as if it were there once. */
function settled(expression: Expression, open: Set<Place>): Expression {
  switch (expression.kind) {
    case 'when':
      return settled(expression.body, open);
    case 'each':
      // What keys a repeated map has is not known.
      if (expression.key !== undefined)
        return { kind: 'call', name: '', args: expression.over, place: expression.place };
      return settled(expression.body, open);
    case 'list':
      if (expression.items.some(({ kind }) => kind !== 'literal' && kind !== 'map')) open.add(expression.place);
      return { ...expression, items: expression.items.map((item) => settled(item, open)) };
    case 'map':
      return {
        ...expression,
        entries: expression.entries.map(({ key, value }) => ({ key, value: settled(value, open) })),
      };
    default:
      return expression;
  }
}
