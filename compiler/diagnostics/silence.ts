import { member, type Node } from '../source/node.js';
import { type Document, type Path, Place, type Span } from '../source/place.js';
import { type Code, catalogue } from './catalogue.js';
import { type Comment, commentsIn } from './comments.js';

/** What the author wrote so that a code is not reported. */
export interface Ignore {
  readonly code: string;
  readonly place: Place;
}

interface Written extends Ignore {
  /** Whether a finding in this document is spoken of. */
  readonly covers: (path: Path, line: number, document: Document) => boolean;
  used: boolean;
}

/**
 * Which warnings their authors do not want to see: `# jiml-ignore CODE [CODE …] why` on the line of a finding, above
 * it, or above the resource that it is in; where there are no comments, `metadata: { jiml: { ignore: [CODE] } }`.
 */
export class Silence {
  private readonly comments = new Map<string, readonly Written[]>();
  private readonly metadata = new Map<Document, readonly Written[]>();

  /** Whether a finding is not to be reported. */
  silences(code: Code, { document, path }: Place, { start }: Span): boolean {
    const found = this.written(document).filter((one) => one.code === code && one.covers(path, start.line, document));
    for (const ignore of found) ignore.used = true;
    return found.length > 0;
  }

  /** Those that no finding has been silenced by. */
  unused(documents: readonly Document[]): readonly Ignore[] {
    return documents.flatMap((document) => this.written(document)).filter(({ used }) => !used);
  }

  private written(document: Document): readonly Written[] {
    let comments = this.comments.get(document.file);
    if (comments === undefined) {
      comments = commentsIn(document).flatMap(ignoresOf);
      this.comments.set(document.file, comments);
    }
    let metadata = this.metadata.get(document);
    if (metadata === undefined) {
      metadata = metadataIn(document);
      this.metadata.set(document, metadata);
    }
    return metadata.length === 0 ? comments : [...comments, ...metadata];
  }
}

/** The words of a comment up to the first that is no code; the first counts whatever it is. */
function ignoresOf({ words, line, speaksOf, above }: Comment): readonly Written[] {
  const end = words.findIndex(({ word }, index) => index > 0 && !Object.hasOwn(catalogue, word));
  return words.slice(0, end < 0 ? words.length : end).map(({ word, place }) => ({
    code: word,
    place,
    used: false,
    covers: (path, found, document) =>
      found === line || found === speaksOf || (above && firstLine(path, document) === speaksOf),
  }));
}

/** The line on which the resource starts that a path leads into. */
function firstLine([section, index]: Path, document: Document): number | undefined {
  if (section !== 'resources' || index === undefined || document.root === undefined) return undefined;
  return document.span([section, index], 'value').start.line;
}

function metadataIn(document: Document): readonly Written[] {
  const resources = document.text.includes('jiml') ? member(document.root, 'resources') : undefined;
  if (resources?.kind !== 'list') return [];
  return resources.items.flatMap((resource, at) => {
    const list = member(member(member(resource, 'metadata'), 'jiml'), 'ignore');
    const place = ['resources', at, 'metadata', 'jiml', 'ignore'].reduce<Place>(
      (outer, step) => outer.at(step),
      Place.root(document),
    );
    const items: readonly Node[] = list?.kind === 'list' ? list.items : [];
    return items.flatMap((item, index) =>
      item.kind !== 'scalar'
        ? []
        : {
            code: item.text,
            place: place.at(index),
            used: false,
            covers: ([section, within]: Path) => section === 'resources' && within === at,
          },
    );
  });
}
