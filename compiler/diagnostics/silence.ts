import { member } from '../source/node.js';
import { type Document, type Path, Place, type Span } from '../source/place.js';
import { type Code, catalogue } from './catalogue.js';
import { type Comment, commentsIn } from './comments.js';

/** What the author wrote so that a code is not reported. */
export interface Ignore {
  readonly code: string;
  readonly place: Place;
}

interface Written extends Ignore {
  used: boolean;
}

/**
 * Which warnings their authors do not want to see: `# jiml-ignore CODE [CODE …] why` on the line of a finding, above
 * it, or above the resource that it is in; where there are no comments, `metadata: { jiml: { ignore: [CODE] } }`.
 */
export class Silence {
  /** By file and by document, as what is found while a text is read has no document with values yet. */
  private readonly comments = new Map<string, Ignores>();
  private readonly metadata = new Map<Document, Ignores>();

  /** Whether a finding is not to be reported. */
  silences(code: Code, { document, path }: Place, { start }: Span): boolean {
    const [comments, metadata] = this.in(document);
    const found = comments.at(`line ${start.line}`, code);
    if (path[0] === 'resources' && path.length > 1 && document.root !== undefined) {
      if (comments.any) found.push(...comments.at(`resource on line ${firstLine(path, document)}`, code));
      found.push(...metadata.at(`resource ${path[1]}`, code));
    }
    for (const ignore of found) ignore.used = true;
    return found.length > 0;
  }

  /** Those that no finding has been silenced by. */
  unused(documents: readonly Document[]): readonly Ignore[] {
    const all = documents.flatMap((document) => this.in(document)).flatMap(({ written }) => written);
    return all.filter(({ used }) => !used);
  }

  private in(document: Document): readonly [Ignores, Ignores] {
    const comments = this.comments.get(document.file) ?? commentIgnores(document);
    const metadata = this.metadata.get(document) ?? metadataIgnores(document);
    this.comments.set(document.file, comments);
    this.metadata.set(document, metadata);
    return [comments, metadata];
  }
}

/** What is ignored where. */
class Ignores {
  readonly written: Written[] = [];
  private readonly places = new Map<string, Written[]>();

  get any(): boolean {
    return this.written.length > 0;
  }

  at(where: string, code: string): Written[] {
    return this.any ? [...(this.places.get(`${where} ${code}`) ?? [])] : [];
  }

  add(code: string, place: Place, wheres: Iterable<string>): void {
    const one = { code, place, used: false };
    this.written.push(one);
    for (const where of wheres) {
      const key = `${where} ${code}`;
      this.places.set(key, [...(this.places.get(key) ?? []), one]);
    }
  }
}

function commentIgnores(document: Document): Ignores {
  const ignores = new Ignores();
  for (const comment of commentsIn(document)) {
    const { line, speaksOf, above } = comment;
    const wheres = new Set([`line ${line}`, `line ${speaksOf}`, ...(above ? [`resource on line ${speaksOf}`] : [])]);
    for (const { word, place } of codesOf(comment)) ignores.add(word, place, wheres);
  }
  return ignores;
}

/** The words up to the first that is no code; the first counts whatever it is. */
function codesOf({ words }: Comment): Comment['words'] {
  const end = words.findIndex(({ word }, index) => index > 0 && !Object.hasOwn(catalogue, word));
  return words.slice(0, end < 0 ? words.length : end);
}

/** The line on which the resource starts that a path leads into. */
function firstLine(path: Path, document: Document): number {
  return document.span(path.slice(0, 2), 'value').start.line;
}

function metadataIgnores(document: Document): Ignores {
  const ignores = new Ignores();
  const resources = document.text.includes('jiml') ? member(document.root, 'resources') : undefined;
  const root = Place.root(document).at('resources');
  for (const [at, resource] of resources?.kind === 'list' ? resources.items.entries() : []) {
    const list = member(member(member(resource, 'metadata'), 'jiml'), 'ignore');
    const place = root.at(at).at('metadata').at('jiml').at('ignore');
    for (const [index, item] of list?.kind === 'list' ? list.items.entries() : []) {
      if (item.kind === 'scalar') ignores.add(item.text, place.at(index), [`resource ${at}`]);
    }
  }
  return ignores;
}
