import type { PropertyChange } from '../../compiler/diff/model.js';
import { masked } from '../../compiler/diff/shown.js';
import type { Path } from '../../compiler/source/place.js';
import type { Json } from '../../compiler/template/template.js';
import type { ResourceChange, ResourceChangeDetail } from '../api/cloudformation.js';
import { MASK } from '../inputs/secret.js';
import { entryOf, RECREATIONS } from './tables.js';

/** What must not be seen of the values that CloudFormation tells; it masks most of it itself. */
export interface Secrets {
  /** Parameters that are secrets. */
  readonly names: ReadonlySet<string>;
  /** Their values, as far as they are known. */
  readonly texts: readonly string[];
}

/** One of CloudFormation's reasons for a change. */
export interface ListedProperty {
  readonly change: PropertyChange;
  /** The id of the resource whose change makes this one. */
  readonly cause?: string;
}

/**
 * What CloudFormation says about the properties of a resource. Where it says several things about one place, the
 * strongest counts.
 *
 * @param idOf How an id of the change set's stack is called in the whole.
 */
export function listedProperties(
  { Details = [], ResourceDriftIgnoredAttributes: ignored = [] }: ResourceChange,
  secrets: Secrets,
  idOf: (id: string) => string,
): readonly ListedProperty[] {
  const phantoms = new Set(ignored.map(({ Path }) => Path));
  const secret = new Set(Details.filter((one) => secrets.names.has(one.CausingEntity ?? '')).map(nameOf));
  const found = new Map<string, ListedProperty>();
  for (const detail of Details) {
    const hides = (text: string) => secret.has(nameOf(detail)) || secrets.texts.some((one) => text.includes(one));
    const listed = listedProperty(detail, hides, phantoms, idOf);
    const key = JSON.stringify(listed.change.path);
    const before = found.get(key);
    if (before === undefined || RANK[listed.change.replacement] > RANK[before.change.replacement])
      found.set(key, listed);
  }
  return [...found.values()];
}

function nameOf({ Target }: ResourceChangeDetail): string {
  return Target?.Name ?? Target?.Path ?? '';
}

const RANK = { false: 0, conditional: 1, true: 2 } as const;

const KINDS = { Add: 'add', Remove: 'remove', Modify: 'modify', SyncWithActual: 'modify' } as const;

function listedProperty(
  { Target: target = {}, Evaluation, ChangeSource, CausingEntity: entity }: ResourceChangeDetail,
  hides: (text: string) => boolean,
  phantoms: ReadonlySet<string | undefined>,
  idOf: (id: string) => string,
): ListedProperty {
  const path = pathOf(target);
  const possible = entryOf(RECREATIONS, target.RequiresRecreation) ?? 'false';
  const through = throughOf(ChangeSource, entity);
  const resource = through !== undefined && ChangeSource !== 'ParameterReference' ? idOf(through) : undefined;
  const value = (text: string | undefined) => (text === undefined ? text : hides(text) ? MASK : shown(text, path));
  const drift = phantoms.has(target.Path) ? undefined : target.Drift;
  const before = value(drift?.PreviousValue ?? target.BeforeValue);
  const [after, actual] = [value(target.AfterValue), value(drift?.ActualValue)];
  return {
    change: {
      path,
      action: entryOf(KINDS, target.AttributeChangeType) ?? 'modify',
      // What is not decided yet may turn out not to change.
      replacement: possible === 'true' && Evaluation === 'Dynamic' ? 'conditional' : possible,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
      ...(actual !== undefined && { actual }),
      ...(through !== undefined && { through: resource ?? through }),
    },
    ...(resource !== undefined && { cause: resource }),
  };
}

/** `/Properties/Tags/0/Value`, a JSON pointer (RFC 6901); where there is none, what is known of it. */
function pathOf({ Path: pointer, Attribute = 'Properties', Name }: NonNullable<ResourceChangeDetail['Target']>): Path {
  if (pointer?.startsWith('/') === true) return pointer.slice(1).split('/').map(stepOf);
  return Attribute === 'Properties' && Name !== undefined ? [Attribute, Name] : [Attribute];
}

function stepOf(step: string): string | number {
  return /^\d{1,9}$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** `Server.PrivateIp` is about Server. */
function throughOf(source: ResourceChangeDetail['ChangeSource'], entity: string | undefined): string | undefined {
  if (entity === undefined || entity === '') return undefined;
  if (source === 'ResourceAttribute') return entity.split('.')[0];
  return source === 'ResourceReference' || source === 'ParameterReference' ? entity : undefined;
}

/** Values come as texts; lists and maps in them as JSON. What will be known later is said in words. */
function shown(text: string, path: Path): Json {
  if (text.includes('{{changeSet:KNOWN_AFTER_APPLY}}')) return '(known after deploying)';
  return masked(/^[[{]/.test(text) ? parsed(text) : text, path);
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    // AWS cuts long ones.
    return text;
  }
}
