import type { JsonMap } from '../../template/template.js';
import type { Claim } from './claim.js';
import { resource } from './invert.js';
import { namesIn, own } from './json.js';

/** What compiling a text gave: a template, or the lines (from 1) with errors. */
export interface Compiled {
  readonly template?: JsonMap;
  readonly errors: readonly number[];
}

export type Compile = (text: string) => Compiled;

/** A claim, and what its resource in the blueprint would say. */
export interface Candidate {
  readonly claim: Claim;
  readonly config: JsonMap;
  /** What stands beside the config. */
  readonly beside: JsonMap;
}

/** What candidates are compiled beside: sections of the blueprint, and resources of which only the type is of interest. */
export interface Surroundings {
  readonly original: JsonMap;
  readonly sections: JsonMap;
  readonly compile: Compile;
}

/** With a macro of one's own nothing is said about properties; what stands beside candidates has none. */
const MACRO = 'Adopted';

const BEFORE = 2;

/** The outcome, or those candidates that have errors. */
export function attempt(candidates: readonly Candidate[], around: Surroundings, probes: readonly string[] = []) {
  const entries = [...candidates.map(written), ...beside(candidates, around.original), ...probes.map(probe)];
  const head = JSON.stringify({ ...around.sections, transform: MACRO }).slice(0, -1);
  const text = `${head},"resources":\n[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]}\n`;
  const { template, errors } = around.compile(text);
  const wrong = errors.map((line) => line - BEFORE - 1);
  return { template, wrong, size: entries.length };
}

export function written({ claim, config, beside }: Candidate): JsonMap {
  const given = Object.keys(config).length === 0 ? {} : { config };
  return { type: claim.type.name, id: claim.id, ...beside, ...given };
}

/** The resources that candidates' own ones refer to, but for those: with their types only. */
export function beside(candidates: readonly Candidate[], original: JsonMap): readonly JsonMap[] {
  const ids = new Set(candidates.flatMap(({ claim }) => [...claim.ids]));
  const named = new Set([...ids].flatMap((id) => [...namesIn(resource(original, id))]));
  return [...named]
    .filter((id) => !ids.has(id))
    .flatMap((id) => {
      const type = own(resource(original, id), 'Type');
      return typeof type === 'string' ? [{ type, id }] : [];
    });
}

function probe(name: string, index: number): JsonMap {
  return { type: 'Custom::Probe', id: `${PROBE}${index}`, config: { value: `$${name}` } };
}

export const PROBE = 'ProbeOfAttribute';
