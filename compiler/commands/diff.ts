import type { Tool } from '../diagnostics/render/sarif.js';
import { diff as compare } from '../diff/diff.js';
import type { Comparison, Extent } from '../diff/render/comparison.js';
import { verdict } from '../diff/render/count.js';
import { type Form, render } from '../diff/render/render.js';
import { Specifications } from '../specification/read.js';
import { Misuse, type Outcome, outcome } from './outcome.js';
import { load } from './sides/load.js';
import { type Pair, pairs } from './sides/pairs.js';
import { type Given, parameters, type SidesValues, type Values } from './sides/parameters.js';
import type { Loaded, LoadedSide, Stacks } from './sides/side.js';

export interface DiffOptions extends Extent {
  /** Two sides; or some that are compared with `against`. */
  readonly sides: readonly string[];
  readonly against: string | undefined;
  readonly components: readonly string[];
  readonly parameters: Given;
  /** How stacks are asked for (`stack:NAME`); undefined where nobody can be asked. */
  readonly stacks?: Stacks;
  readonly form: Form;
  /** Whether to tell by the exit code what there is. */
  readonly exitCode: boolean;
  readonly colour: boolean;
  readonly tool: Tool;
}

/** `jiml diff`: what is different between two sides, and what that would do. */
export async function diff(options: DiffOptions): Promise<Outcome> {
  const values = parameters(options.parameters);
  const sides: (readonly [LoadedSide, LoadedSide])[] = [];
  for (const pair of pairs(options.sides, options.against)) sides.push(await both(pair, options));
  const found = findings(sides);
  if (found.failed === true) return outcome(found);
  const loaded = sides.flatMap(([before, after]) => matched(before, after));
  refuseUnknown(values, loaded.flat());
  const specifications = new Specifications();
  const comparisons = loaded.map(
    ([before, after]): Comparison => ({
      before: before.name,
      after: after.name,
      ...(/^(?:git:|stack:|-$)/.test(after.name) ? {} : { file: after.name }),
      ...(after.written === undefined ? {} : { written: after.written }),
      diff: compare(
        side(before, after, values.before, values.onlyBefore),
        side(after, before, values.after, new Map()),
        specifications,
      ),
    }),
  );
  const output = await render(options.form, comparisons, options);
  return outcome({
    ...found,
    output,
    ...(options.exitCode ? { verdict: verdict(comparisons.map((one) => one.diff)) } : {}),
  });
}

async function both({ before, after, path }: Pair, { components, stacks }: DiffOptions) {
  return [await load(before, components, path, stacks), await load(after, components, path, stacks)] as const;
}

/** Of the old side only what keeps it from being compared: its warnings are nobody's business any more. */
function findings(sides: readonly (readonly [LoadedSide, LoadedSide])[]): Partial<Outcome> {
  const told = sides.flatMap(([before, after]) => [...(before.failed ? [before] : []), after]);
  return {
    diagnostics: told.flatMap(({ diagnostics }) => diagnostics),
    sources: new Map(told.flatMap(({ sources }) => [...sources])),
    failed: told.some(({ failed }) => failed),
  };
}

/** What is compared with what; what only one side has is compared with nothing. */
function matched(before: LoadedSide, after: LoadedSide): readonly (readonly [Loaded, Loaded])[] {
  const names = [...new Set([...before.loaded.keys(), ...after.loaded.keys()])].sort();
  const folders = names.some((name) => name !== '');
  if (folders && names.includes(''))
    throw new Misuse(`"${before.name}" and "${after.name}" are not both folders of templates.`);
  return names.map((name) => [of(before, name), of(after, name)] as const);
}

function of({ name: called, loaded }: LoadedSide, name: string): Loaded {
  return (
    loaded.get(name) ?? {
      name: name === '' ? called : `${called.replace(/\/$/, '')}/${name}`,
      template: { Resources: {} },
      places: new Map(),
    }
  );
}

/**
 * The region that one side says counts for one that says none: a template goes where its blueprint did. The parameters of
 * a stack have the values that they have there, whatever is given; those of what is deployed to it keep them where
 * nothing is given.
 *
 * @param only The values that are given for this side and no other.
 */
function side({ template, places, region, parameters }: Loaded, other: Loaded, values: Values, only: Values) {
  const where = region ?? other.region;
  const given = parameters === undefined ? [...(other.parameters ?? []), ...values] : [...parameters, ...only];
  return {
    template,
    places,
    parameters: new Map([...(where === undefined ? [] : [['AWS::Region', where] as const]), ...given]),
  };
}

function refuseUnknown({ before, after }: SidesValues, all: readonly Loaded[]): void {
  const known = new Set(all.flatMap(({ template }) => Object.keys(template.Parameters ?? {})));
  const unknown = [...before.keys(), ...after.keys()].find((name) => !known.has(name) && !name.startsWith('AWS::'));
  if (unknown !== undefined) throw new Misuse(`No side has a parameter "${unknown}".`);
}
