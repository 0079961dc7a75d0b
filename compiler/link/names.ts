import { pseudoParameters } from '../template/cloudformation.js';
import type { Logical } from '../template/logical.js';
import { isMap } from '../template/value.js';
import { didYouMean } from '../text/suggest.js';

export type NameKind = 'resource' | 'parameter' | 'pseudo' | 'condition' | 'mapping';

/** Looking for what was meant costs more the more names there are; nobody reads this many hints. */
const mostHints = 100;

/** The names that a template has, by what they name. */
export class Names {
  private readonly kinds = new Map<NameKind, Set<string>>();
  private hints = 0;

  constructor(logical: Logical) {
    const { parameters, conditions, mappings, raw } = logical.sections;
    this.add('resource', [...logical.resources.map(({ id }) => id), ...rawNames(raw, 'Resources')]);
    this.add('parameter', [...parameters.keys(), ...rawNames(raw, 'Parameters')]);
    this.add('condition', [...conditions.keys(), ...rawNames(raw, 'Conditions')]);
    this.add('mapping', [...mappings.keys(), ...rawNames(raw, 'Mappings')]);
    this.add('pseudo', [...pseudoParameters.keys()]);
  }

  has(kind: NameKind, name: string): boolean {
    return this.kinds.get(kind)?.has(name) === true;
  }

  /** What kind of thing has the name, if it is one of these. */
  kindOf(name: string, kinds: readonly NameKind[]): NameKind | undefined {
    return kinds.find((kind) => this.has(kind, name));
  }

  all(kinds: readonly NameKind[]): readonly string[] {
    return kinds.flatMap((kind) => [...(this.kinds.get(kind) ?? [])]);
  }

  /** A hint that names the nearest one. */
  nearest(name: string, kinds: readonly NameKind[]): string | undefined {
    this.hints++;
    return this.hints > mostHints ? undefined : didYouMean(name, this.all(kinds));
  }

  private add(kind: NameKind, names: readonly string[]): void {
    this.kinds.set(kind, new Set(names));
  }
}

function rawNames(raw: Logical['sections']['raw'], section: string): readonly string[] {
  const value = raw.get(section)?.value;
  return value !== undefined && isMap(value) ? Object.keys(value) : [];
}
