import { createHash } from 'node:crypto';
import type { Report } from '../diagnostics/diagnostic.js';
import { readTree } from './files.js';
import type { Place } from './place.js';
import { type Problems, reportUnread } from './unread.js';
import { type Packable, zip } from './zip.js';

/** Files that are put where CloudFormation finds them before it is told of them. */
export interface Asset {
  /** What it is called there, after its content. */
  readonly key: string;
  readonly bytes: Uint8Array;
  /** The file or folder that it was made of, as its author wrote it. */
  readonly from: string;
}

/** What is to be packed. */
export interface Source {
  /** A path in the project. */
  readonly path: string;
  readonly kind: 'file' | 'folder';
  /** Patterns of paths in the folder that are left out: `*` stands for anything but `/`, `**` for anything. */
  readonly without: readonly string[];
  /** What the only file is called in the archive; its own name where nothing is said. */
  readonly rename?: string | undefined;
}

/** Reads and packs; undefined where it cannot, which is reported at the place. */
export type Pack = (source: Source, place: Place) => Asset | undefined;

/** What nobody means to deploy. */
const LITTER = ['.git', '.DS_Store', '__pycache__', '**/.git', '**/.DS_Store', '**/__pycache__'];

const PROBLEMS: Problems = {
  'too-large': 'it has more than 250 MiB or 20,000 files',
  'not-text': 'it is not a text in UTF-8',
  'not-a-file': 'something in it is neither a file nor a folder',
  unreadable: 'the system says no',
};

/** Packs files and folders of a project, each once; `packed` gives all that was. */
export function packer(
  folder: string,
  report: Report,
): { readonly pack: Pack; readonly packed: () => readonly Asset[] } {
  const known = new Map<string, Asset>();
  const pack: Pack = (source, place) => {
    const name = JSON.stringify(source);
    const asset = known.get(name) ?? make(folder, source, place, report);
    if (asset !== undefined) known.set(name, asset);
    return asset;
  };
  return { pack, packed: () => [...new Map([...known.values()].map((asset) => [asset.key, asset])).values()] };
}

function make(folder: string, source: Source, place: Place, report: Report): Asset | undefined {
  const { path, kind, without } = source;
  const patterns = [...LITTER, ...without].map(patternOf);
  const tree = readTree(folder, path, (name) => !patterns.some((pattern) => pattern.test(name)));
  if (!tree.ok) return reportUnread(tree.file, tree.reason, PROBLEMS, place, report);
  const [first] = tree.files;
  const isFile = tree.files.length === 1 && first?.name === path.split('/').at(-1) && !path.endsWith('/');
  if (first === undefined || (kind === 'file' && !isFile)) {
    const problem = first === undefined ? 'there is no file in it' : 'it is not a file';
    report('file-unreadable', place, { file: path, problem });
    return undefined;
  }
  return named(bytesOf(source, tree.files), path, extensionOf(source));
}

/** An archive that somebody else packed is taken as it is. */
function bytesOf({ kind, path, rename }: Source, files: readonly Packable[]): Uint8Array {
  const [only] = files;
  if (kind === 'file' && only !== undefined) {
    if (isArchive(path)) return only.bytes;
    return zip([{ name: rename ?? only.name, bytes: only.bytes }]);
  }
  return zip(files);
}

/** What the name of an archive ends with. */
const ARCHIVE = /\.(?:zip|jar|war|tgz|tar(?:\.(?:gz|bz2))?)$/i;

function isArchive(path: string): boolean {
  return ARCHIVE.test(path);
}

function extensionOf({ kind, path }: Source): string {
  return (kind === 'file' && ARCHIVE.exec(path)?.[0].toLowerCase()) || '.zip';
}

function named(bytes: Uint8Array, from: string, extension: string): Asset {
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { key: `assets/${hash}${extension}`, bytes, from };
}

function patternOf(text: string): RegExp {
  const source = text
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/?|\*/g, (stars) => (stars === '*' ? '[^/]*' : stars === '**' ? '.*' : '(?:.*/)?'));
  return new RegExp(`^${source}$`, 'u');
}
