import { diff } from '../../compiler/diff/diff.js';
import type { Side } from '../../compiler/diff/model.js';
import type { Specifications } from '../../compiler/specification/read.js';
import type { JsonMap } from '../../compiler/template/template.js';
import exceptions from './exceptions.json' with { type: 'json' };
import { type Recording, recordedChanges } from './recording.js';

/** How far a diff agrees with what CloudFormation answered. */
export interface Agreement {
  readonly name: string;
  /** What the two say, where they differ: `Modify Topic2`. */
  readonly onlyTheirs: readonly string[];
  readonly onlyOurs: readonly string[];
  /** How many replacements CloudFormation called true or false, and those of which we say something else. */
  readonly replacements: number;
  readonly wrongReplacements: readonly string[];
  /** Why it need not agree. */
  readonly exception: string | undefined;
}

/** Compares what a diff says about a recorded update with what CloudFormation said. Undefined where that is missing. */
export function agreementOn(recording: Recording, specifications: Specifications): Agreement | undefined {
  const theirs = recordedChanges(recording);
  if (theirs === undefined) return undefined;
  const { resources } = diff(
    sideOf(recording.before, recording.parametersBefore),
    sideOf(recording.after, recording.parametersAfter),
    specifications,
  );
  const listed = new Set(theirs.map(({ Action, LogicalResourceId }) => `${Action} ${LogicalResourceId}`));
  const ours = new Set(resources.map(({ action, id }) => `${ACTIONS[action]} ${id}`));
  const said = theirs.filter(
    ({ Action, Replacement }) => Action === 'Modify' && /^(?:True|False)$/.test(Replacement ?? ''),
  );
  const wrong = said.flatMap(({ LogicalResourceId: id, Replacement = '' }) => {
    const own = resources.find((one) => one.id === id && one.action === 'modify')?.replacement;
    return own === undefined || own === Replacement.toLowerCase() ? [] : [`${id}: ${own}, not ${Replacement}`];
  });
  return {
    name: recording.name,
    onlyTheirs: [...listed].filter((one) => !ours.has(one)),
    onlyOurs: [...ours].filter((one) => !listed.has(one)),
    replacements: said.length,
    wrongReplacements: wrong,
    exception: exceptionOf(recording),
  };
}

/** Whether nothing is said differently. */
export function agrees({ onlyTheirs, onlyOurs, wrongReplacements }: Agreement): boolean {
  return onlyTheirs.length + onlyOurs.length + wrongReplacements.length === 0;
}

const ACTIONS = { add: 'Add', import: 'Import', remove: 'Remove', modify: 'Modify' } as const;

function sideOf(template: JsonMap, given: Recording['parametersAfter']): Side {
  return { template, parameters: new Map(Object.entries(given ?? {})), places: new Map() };
}

/** What a template says of itself that nobody can know without an account. */
function exceptionOf({ name, before, after, customStep }: Recording): string | undefined {
  const named = new Map(Object.entries<string>(exceptions.recordings));
  const text = JSON.stringify([before, after]);
  const kind = exceptions.kinds.find(
    ({ mentions, custom }) => mentions.some((word) => text.includes(word)) && (!custom || customStep === true),
  );
  return named.get(name) ?? kind?.reason;
}
