import type { Report } from '../../diagnostics/diagnostic.js';
import type { ObjectSpecification, TypeSpecification } from '../../specification/specification.js';
import type { Described } from './resource.js';

const POLICIES = [
  ['creationPolicy', 'CreationPolicy'],
  ['updatePolicy', 'UpdatePolicy'],
] as const;

/** Looks at what is said beside the properties of a resource; gives the policies that are to be held to what they are. */
export function checkAttributes(
  { typeName, settings }: Pick<Described, 'typeName' | 'settings'>,
  spec: TypeSpecification | undefined,
  report: Report,
): readonly (readonly [name: string, object: ObjectSpecification])[] {
  const taken = POLICIES.flatMap(([key, name]) => {
    const said = settings.get(key);
    if (said === undefined) return [];
    const object = spec?.policy(name);
    if (object !== undefined) return [[key, object] as const];
    report('attribute-not-taken', said.place, { name: key, type: typeName }, { part: 'key' });
    return [];
  });
  for (const key of ['deletionPolicy', 'updateReplacePolicy']) {
    const said = settings.get(key);
    if (spec === undefined || spec.snapshot || said?.kind !== 'literal' || said.value !== 'Snapshot') continue;
    const hint = 'No snapshot can be taken of it. Say Retain to keep it.';
    report('attribute-not-taken', said.place, { name: `${key}: Snapshot`, type: typeName }, { hint });
  }
  return taken;
}

/** Whether resources of a type are replaced by those of a module, which takes less than a resource does. */
export function isModule(typeName: string): boolean {
  return typeName.endsWith('::MODULE');
}
