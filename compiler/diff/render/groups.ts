import type { Diff, Replacement, ResourceChange, Risk } from '../model.js';

/** Resources to which the same happens. */
export interface Group {
  readonly title: string;
  /** What happens to one of them: `is replaced`. */
  readonly verb: string;
  readonly mark: '+' | '-' | '~';
  readonly changes: readonly ResourceChange[];
}

type Kind = Omit<Group, 'changes'> & { readonly holds: (change: ResourceChange) => boolean };

/** In the order in which they are shown; each change belongs to one. */
const KINDS: readonly Kind[] = [
  { title: 'Replaced', verb: 'is replaced', mark: '~', holds: modified('true') },
  { title: 'Perhaps replaced', verb: 'may be replaced', mark: '~', holds: modified('conditional') },
  { title: 'Removed', verb: 'is removed', mark: '-', holds: ({ action }) => action === 'remove' },
  { title: 'Changed', verb: 'changes in place', mark: '~', holds: (one) => inPlace(one) && !quiet(one) },
  {
    title: 'Through others',
    verb: 'changes through others only',
    mark: '~',
    holds: (one) => inPlace(one) && through(one),
  },
  {
    title: 'Only metadata',
    verb: 'changes in its metadata only',
    mark: '~',
    holds: (one) => inPlace(one) && one.metadataOnly,
  },
  { title: 'Imported', verb: 'is imported', mark: '+', holds: ({ action }) => action === 'import' },
  { title: 'Added', verb: 'is added', mark: '+', holds: ({ action }) => action === 'add' },
];

const inPlace = modified('false');
const through = ({ dynamic, metadataOnly }: ResourceChange) => dynamic && !metadataOnly;
const quiet = ({ dynamic, metadataOnly }: ResourceChange) => dynamic || metadataOnly;

/** The changes of resources, those first that are worth looking at first; no group is empty. */
export function groups({ resources }: Diff): readonly Group[] {
  const all = KINDS.map(({ holds, ...kind }) => ({ ...kind, changes: resources.filter(holds) }));
  return all.filter(({ changes }) => changes.length > 0);
}

function modified(replacement: Replacement) {
  return (change: ResourceChange) => change.action === 'modify' && change.replacement === replacement;
}

/** Titles of the kinds of risk, the worst first. */
export const RISKS: Readonly<Record<Risk['kind'], string>> = {
  'data-loss': 'Data is lost',
  'backup-removed': 'Backups go away',
  'wider-access': 'Access gets wider',
  'export-removed': 'Exports go away',
  replacement: 'Things are replaced',
  'new-capability': 'Capabilities are needed',
};

/** The risks by kind, the worst first; but for replacements, which their resources tell, with the reason. */
export function risks({ risks }: Diff): readonly { readonly title: string; readonly risks: readonly Risk[] }[] {
  return (Object.keys(RISKS) as Risk['kind'][]).flatMap((kind) => {
    if (kind === 'replacement') return [];
    const found = risks.filter((risk) => risk.kind === kind);
    return found.length === 0 ? [] : [{ title: RISKS[kind], risks: found }];
  });
}
