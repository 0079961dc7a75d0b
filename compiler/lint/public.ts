import type { LogicalResource } from '../template/logical.js';
import lints from './lints.json' with { type: 'json' };
import { isFalse, isTrue, select, targetsAt } from './select.js';

/** What needs a gateway: the one that it names, or the one of the network that it is in. */
export interface Dependent {
  readonly what: string;
  readonly gateway?: readonly string[];
  readonly in?: readonly string[];
  /** It counts only where one of these is true, or (unless `strict`) the part of the network that it is in says so. */
  readonly public?: readonly string[];
  readonly strict?: boolean;
  readonly unless?: Readonly<Record<string, readonly string[]>>;
}

/** By type. */
export const dependents: ReadonlyMap<string, Dependent> = new Map(Object.entries(lints.attachments.dependents));
const publicParts: ReadonlyMap<string, string> = new Map(Object.entries(lints.attachments.publicParts));

/**
 * Whether something has a public address from the start: what it says itself, or else the part of the network that it
 * is in. Undefined where the template does not tell.
 */
export function isPublic(
  resource: LogicalResource,
  resources: ReadonlyMap<string, LogicalResource>,
): boolean | undefined {
  const dependent = dependents.get(resource.type);
  const said = (dependent?.public ?? []).flatMap((path) => select(resource, path)).map(({ value }) => value);
  if (said.some(isTrue)) return true;
  if (said.length > 0) return said.every(isFalse) ? false : undefined;
  if (dependent === undefined || dependent.strict === true) return undefined;
  const parts = (dependent.in ?? []).flatMap((path) => targetsAt(resource, path)).map((id) => resources.get(id));
  const found = parts.map((part) => part && partIsPublic(part));
  return found.includes(true) ? true : found.length > 0 && found.every((one) => one === false) ? false : undefined;
}

function partIsPublic(part: LogicalResource): boolean | undefined {
  const path = publicParts.get(part.type);
  if (path === undefined) return undefined;
  const said = select(part, path).map(({ value }) => value);
  return said.some(isTrue) || (said.every(isFalse) ? false : undefined);
}
