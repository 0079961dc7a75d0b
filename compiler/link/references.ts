import type { Report } from '../diagnostics/diagnostic.js';
import type { Path } from '../source/place.js';
import type { LogicalEdge } from '../template/graph.js';
import type { Logical } from '../template/logical.js';
import type { Found, Use } from './collect.js';
import type { NameKind, Names } from './names.js';

const referable: readonly NameKind[] = ['resource', 'parameter', 'pseudo'];

/** Sections that CloudFormation reads before it makes anything. */
const early = new Set(['Conditions', 'Rules', 'Mappings', 'Parameters']);

/** Checks every use of a name; what uses of resources by resources there are becomes the edges of the graph. */
export function resolve(logical: Logical, found: Found, names: Names, report: Report): readonly LogicalEdge[] {
  const checker = new Checker(names, macros(logical), found.loopNames, report);
  const known = new Set(logical.resources.map(({ id }) => id));
  const edges: LogicalEdge[] = [];
  for (const use of found.uses) {
    if (!checker.check(use) || use.kind === 'condition') continue;
    if (use.spot.owner.resource !== undefined && known.has(use.target)) edges.push(edgeOf(use));
  }
  return edges;
}

/** Where a use stands. */
export function placeOf(use: Use) {
  return use.place ?? use.spot.place;
}

/** A macro can make names that nobody can see before it has run. */
export function macros({ sections }: Logical): boolean {
  return sections.transform !== undefined || sections.raw.has('Transform');
}

function edgeOf(use: Use): LogicalEdge {
  const { spot, target } = use;
  let path: Path | undefined;
  return {
    from: spot.owner.name,
    to: target,
    label: spot.label,
    place: placeOf(use),
    ...(use.part && { part: use.part }),
    get path() {
      path ??= spot.path;
      return path;
    },
  };
}

class Checker {
  constructor(
    private readonly names: Names,
    private readonly macros: boolean,
    private readonly loopNames: ReadonlySet<string>,
    private readonly report: Report,
  ) {}

  /** Whether the name is what it should be. */
  check(use: Use): boolean {
    if (use.kind === 'condition') return this.checkCondition(use);
    if (use.part !== undefined && !/^[A-Za-z0-9.:]+$/.test(use.target)) return this.badSub(use);
    const kinds: readonly NameKind[] = use.kind === 'dependency' ? ['resource'] : referable;
    const kind = this.names.kindOf(use.target, kinds);
    if (kind === undefined) return this.unknown(use, kinds);
    if (kind !== 'resource') return this.checkParameter(use, kind);
    return this.checkResource(use);
  }

  private checkCondition(use: Use): boolean {
    const { target } = use;
    if (this.names.has('condition', target) || this.macros) return true;
    this.report(
      'unknown-condition',
      placeOf(use),
      { name: target },
      { part: { from: 0, to: target.length }, hint: this.names.nearest(target, ['condition']) },
    );
    return false;
  }

  private badSub(use: Use): boolean {
    const { target, attribute, part } = use;
    const text = attribute === undefined ? target : `${target}.${attribute}`;
    if (this.macros && text.includes('&')) return false;
    const hint = `Write \${!${text}} where the text itself is meant.`;
    this.report('bad-substitution', placeOf(use), { text }, { ...(part && { part }), hint });
    return false;
  }

  private unknown(use: Use, kinds: readonly NameKind[]): boolean {
    const { target: name, part, kind } = use;
    if (this.loopNames.has(name) || (this.macros && /[$&]\{/.test(name))) return false;
    const place = placeOf(use);
    const other = this.names.kindOf(name, ['parameter', 'pseudo', 'condition', 'mapping']);
    const hint = this.hintFor(use, kinds);
    const extra = { ...(part && { part }), hint };
    if (this.macros) this.report('unverified-reference', place, { name }, extra);
    else if (kind === 'dependency') this.report('unknown-dependency', place, { name, other }, extra);
    else this.report('unknown-reference', place, { name, other }, extra);
    return false;
  }

  private hintFor({ target, part }: Use, kinds: readonly NameKind[]): string | undefined {
    const near = this.names.nearest(target, kinds);
    if (near !== undefined || part === undefined) return near;
    return `Write \${!${target}} where the text itself is meant.`;
  }

  private checkParameter(use: Use, kind: NameKind): boolean {
    const { target: name, attribute } = use;
    if (attribute !== undefined) {
      const what = kind === 'pseudo' ? 'pseudo parameter' : 'parameter';
      this.report('attribute-of-parameter', placeOf(use), { name, attribute, kind: what });
    }
    return false;
  }

  private checkResource(use: Use): boolean {
    const { section } = use.spot.owner;
    if (!early.has(section)) return true;
    this.report('resource-too-early', placeOf(use), { name: use.target, section: section.toLowerCase() });
    return false;
  }
}
