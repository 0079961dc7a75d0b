import type { WholeChangeSet } from '../changes/whole.js';
import { MASK } from '../inputs/secret.js';
import { describedTemplate } from './hash.js';
import type { Plan } from './plan.js';

/**
 * Where a plan says something else than its change set, a sentence each: the file was edited, or its change set taken for
 * another's. What an endpoint does not tell of a change set is not compared, nor are secrets, which nobody tells.
 */
export function contentsMoved(plan: Plan, changeSet: WholeChangeSet): readonly string[] {
  return [
    ...templateMoved(plan, changeSet),
    ...valuesMoved(plan, changeSet),
    ...tagsMoved(plan, changeSet),
    ...capabilitiesMoved(plan, changeSet),
    ...changesMoved(plan, changeSet),
  ];
}

function templateMoved({ template }: Plan, { Description }: WholeChangeSet): readonly string[] {
  const made = describedTemplate(Description);
  return made === undefined || made === template
    ? []
    : ['The change set was made from another template than the one that was reviewed.'];
}

function valuesMoved({ parameters }: Plan, { Parameters = [] }: WholeChangeSet): readonly string[] {
  const made = new Map(Parameters.map(({ ParameterKey, ParameterValue }) => [ParameterKey, ParameterValue]));
  return Object.entries(parameters).flatMap(([name, planned]) => {
    const value = made.get(name);
    if (planned.kind !== 'value' || value === undefined || value === MASK || value === planned.value) return [];
    return [`The change set has another value of the parameter "${name}".`];
  });
}

function tagsMoved({ tags }: Plan, { Tags }: WholeChangeSet): readonly string[] {
  if (Tags === undefined) return [];
  const made = new Map(Tags.map(({ Key, Value }) => [Key ?? '', Value]));
  const reviewed = new Map(Object.entries(tags));
  const keys = [...new Set([...made.keys(), ...reviewed.keys()])].sort();
  return keys.flatMap((key) =>
    made.get(key) === reviewed.get(key) ? [] : [`The change set has another value of the tag "${key}", or none.`],
  );
}

function capabilitiesMoved({ capabilities }: Plan, { Capabilities = [] }: WholeChangeSet): readonly string[] {
  const reviewed = new Set(capabilities.map(({ name }) => name));
  return Capabilities.flatMap((name) =>
    reviewed.has(name) ? [] : [`The change set has ${name}, which was not reviewed.`],
  );
}

/** The review tells each change of the change set, so that it is for another one where it does not. */
function changesMoved({ review }: Plan, { changes }: WholeChangeSet): readonly string[] {
  const shown = new Set(review.comparison.diff.resources.map(({ id }) => id));
  const more = changes.flatMap(({ ResourceChange: change }) => {
    const id = change?.LogicalResourceId;
    return id === undefined || shown.has(id) ? [] : [`"${id}"`];
  });
  const [first, ...others] = more;
  if (first === undefined) return [];
  const rest = others.length === 0 ? '' : ` and ${others.length} more`;
  return [`The change set changes ${first}${rest}, which the review does not show.`];
}
