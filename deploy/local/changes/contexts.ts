import type { Json, JsonMap } from '../../../compiler/template/template.js';
import type { Program } from '../simulation/program.js';

/** What stands where a value is known only when others have been made (as CloudFormation writes it). */
export const LATER = '{{changeSet:KNOWN_AFTER_APPLY}}';

const POLICIES = ['DeletionPolicy', 'UpdateReplacePolicy'] as const;

/** A resource as a template has it, secrets masked, with a mark where a value is not known yet. */
export function contextOf({ template, masked }: Program, id: string): JsonMap {
  const resource = template.resources.get(id);
  const context: Record<string, Json> = { Properties: evaluated(resource?.properties ?? {}, masked) };
  if (resource?.raw.Metadata !== undefined) context.Metadata = evaluated(resource.raw.Metadata as JsonMap, masked);
  for (const key of POLICIES) {
    const value = attempt(() => masked.policy(id, key));
    if (typeof value === 'string') context[key] = value;
  }
  return context;
}

/** Each property by itself, so that one that cannot be evaluated yet does not hide the others. */
function evaluated(properties: JsonMap, { value }: Program['masked']): JsonMap {
  const found: Record<string, Json> = Object.create(null);
  for (const [name, raw] of Object.entries(properties)) {
    const known = attempt(() => value(raw));
    if (known !== undefined) found[name] = known;
  }
  return found;
}

/** Functions of what is not known yet may not work. */
function attempt(evaluate: () => Json | undefined): Json | undefined {
  try {
    return evaluate();
  } catch {
    return LATER;
  }
}
