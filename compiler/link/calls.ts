import type { Report } from '../diagnostics/diagnostic.js';
import { type Intrinsic, intrinsics } from '../template/cloudformation.js';
import type { Logical } from '../template/logical.js';
import { Call, isMap, type Value } from '../template/value.js';
import { didYouMean } from '../text/suggest.js';
import type { Found, FoundCall } from './collect.js';

/** Checks that every function is one, stands where it has a meaning, and has arguments of the right shape and number. */
export function checkCalls(logical: Logical, found: Found, report: Report): void {
  const declared = transforms(logical);
  for (const use of found.calls) {
    const { name } = use.call;
    const intrinsic =
      intrinsics.get(name) ?? (name.startsWith('Fn::ForEach::') ? intrinsics.get('Fn::ForEach') : undefined);
    if (intrinsic === undefined) {
      const hint = didYouMean(name, intrinsics.keys());
      report('unknown-function', use.call.place, { name }, { hint });
      continue;
    }
    checkStanding(use, intrinsic, declared, report);
    checkShape(use, intrinsic, declared.size > 0, report);
  }
}

function transforms({ sections }: Logical): ReadonlySet<string> {
  const values = [sections.transform, sections.raw.get('Transform')?.value];
  return new Set(values.flat().filter((value) => typeof value === 'string'));
}

function checkStanding(use: FoundCall, intrinsic: Intrinsic, declared: ReadonlySet<string>, report: Report): void {
  const { name, only, transform } = intrinsic;
  const { section } = use.spot.owner;
  if (only !== undefined && section !== only && section !== 'raw')
    report('misplaced-function', use.call.place, { name, section: only.toLowerCase() });
  if ((section === 'Parameters' || section === 'Mappings') && !use.spot.isNested)
    report('function-in-constants', use.call.place, { name, section: section.toLowerCase() });
  if (transform !== undefined && !declared.has(transform))
    report('missing-transform', use.call.place, { name, transform }, { hint: `Write transform: ${transform}.` });
}

function checkShape(use: FoundCall, intrinsic: Intrinsic, extended: boolean, report: Report): void {
  const { name } = intrinsic;
  const { args } = use.call;
  const problem = shapeProblem(intrinsic, args);
  if (problem !== undefined) report('wrong-arguments', use.spot.place, { name, problem });
  // The language extensions allow functions nearly everywhere.
  if (problem !== undefined || extended) return;
  for (const index of intrinsic.literal ?? []) {
    const argument = Array.isArray(args) ? (args as readonly Value[])[index] : index === 0 ? args : undefined;
    if (typeof argument !== 'object' || argument === null) continue;
    // Macros run before anything else.
    if (argument instanceof Call && argument.name === 'Fn::Transform') continue;
    const place = Array.isArray(args) ? use.spot.at(index).place : use.spot.place;
    report('computed-argument', place, { name, position: index + 1 });
  }
}

function shapeProblem(intrinsic: Intrinsic, args: Value): string | undefined {
  const { takes, min = 0, max = Number.POSITIVE_INFINITY, keys, dotted } = intrinsic;
  if (takes === 'value' || (dotted === true && typeof args === 'string' && args.includes('.'))) return undefined;
  if (Array.isArray(args)) {
    if (intrinsic.several === true) return undefined;
    if (takes === 'text' || takes === 'map') return takes === 'text' ? 'takes one text' : 'takes a map';
    return args.length < min || args.length > max ? `takes ${between(min, max)}, not ${args.length}` : undefined;
  }
  if (takes === 'list') return `takes a list of ${between(min, max)}`;
  if (takes !== 'map') return typeof args === 'object' && args !== null && isMap(args) ? 'takes a text' : undefined;
  if (typeof args !== 'object' || args === null || !isMap(args)) return 'takes a map';
  const unknown = Object.keys(args).find((key) => keys?.includes(key) === false);
  if (unknown !== undefined) return `does not know the key "${unknown}"`;
  return keys?.slice(0, min).every((key) => Object.hasOwn(args, key)) === false
    ? `needs ${keys.slice(0, min).join(' and ')}`
    : undefined;
}

function between(min: number, max: number): string {
  if (min === max) return `${min} ${min === 1 ? 'argument' : 'arguments'}`;
  return `${min} to ${max} arguments`;
}
