import type { Report } from '../diagnostics/diagnostic.js';
import { isMap, Reference, type Value, type ValueMap } from '../template/value.js';
import lints from './lints.json' with { type: 'json' };
import type { Scene } from './scene.js';
import type { Site } from './site.js';
import { walkResource } from './walk.js';

const { permissions: data } = lints;

/** Reports who may do everything: by a statement that says so, or by AWS's policy for administrators. */
export function lintPermissions(value: Value, site: Site, report: Report): void {
  if (typeof value === 'string') {
    if (value.endsWith(data.administrator))
      say('This policy', 'Attach policies for what is really done.', site, report);
  } else if (typeof value === 'object' && value !== null && isMap(value) && allowsEverything(value)) {
    say('This statement', 'Name the actions and the resources that are needed.', site, report);
  }
}

function say(what: string, hint: string, site: Site, report: Report): void {
  report('allows-everything', site.place, { what }, { hint });
}

/** A statement with a principal belongs to the resource that it is about; a condition may bound it. */
function allowsEverything(map: ValueMap): boolean {
  const { Effect: effect, Action: action, Resource: resource, Principal: principal, Condition: condition } = map;
  if (effect !== 'Allow' || principal !== undefined || condition !== undefined) return false;
  return isEverything(action) && isEverything(resource);
}

function isEverything(value: Value | undefined): boolean {
  return value === '*' || (Array.isArray(value) && value.includes('*'));
}

/** Reports secret keys of users that come out where others can read them: in scripts, metadata and outputs. */
export function lintAccessKeys({ logical, resources, report }: Scene): void {
  const { type, attribute } = data.key;
  const isKey = (value: Value): value is Reference =>
    value instanceof Reference && value.attribute === attribute && resources.get(value.target)?.type === type;
  if (!logical.resources.some((resource) => resource.type === type)) return;
  const hint = 'Give a role to what needs it, or keep the key in a secret.';
  const tell = (value: Reference, where: string) =>
    report(
      'readable-access-key',
      value.place,
      { key: value.target, where },
      { ...(value.part && { part: value.part }), hint },
    );
  for (const resource of logical.resources) {
    walkResource(resource, (value, { names }) => {
      if (!isKey(value)) return;
      if (names[0] === 'Metadata') tell(value, 'metadata');
      else if (names.some((name) => data.scripts.includes(name))) tell(value, 'a script');
    });
  }
  for (const { value } of logical.sections.outputs.values()) {
    if (isMap(value) && value.Value !== undefined && isKey(value.Value)) tell(value.Value, 'an output');
  }
}
