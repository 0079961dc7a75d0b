import type { Compilation } from '../../compiler/compile.js';
import { member, type Node } from '../../compiler/source/node.js';
import type { Part, Path, Place } from '../../compiler/source/place.js';

/** Where a blueprint speaks of the logical resources of its stack. */
export interface Places {
  /** `shop.yaml:14`; undefined for what the blueprint does not speak of. */
  where(id: string): string | undefined;
  /** The same for a property, where the blueprint writes it by that name; otherwise for the resource. */
  property(id: string, path: Path): string | undefined;
}

const NOWHERE: Places = { where: () => undefined, property: () => undefined };

/**
 * Compiles a blueprint only to know where things are; one that cannot be compiled says nothing.
 *
 * @param file Undefined where the stack is named without a blueprint.
 */
export async function placesOf(file: string | undefined, components: readonly string[]): Promise<Places> {
  if (file === undefined || file === '-') return NOWHERE;
  const { compileEach } = await import('../../compiler/commands/pipeline.js');
  const [compiled] = await compileEach({ blueprints: [file], components, strict: false });
  return compiled === undefined ? NOWHERE : placesIn(compiled.compilation);
}

function placesIn({ places }: Compilation): Places {
  const shown = ({ document, path }: Place, part: Part) => `${document.file}:${document.span(path, part).start.line}`;
  const where = (id: string) => {
    const place = places?.get(id);
    return place && shown(place, 'value');
  };
  return {
    where,
    property: (id, path) => {
      const place = places?.get(id);
      const found = place && writtenIn(place.at('config'), path);
      return found === undefined ? where(id) : shown(found, 'key');
    },
  };
}

/** The last step of a path that is written below a place; undefined where not even the first one is. */
function writtenIn(place: Place, path: Path): Place | undefined {
  let node = place.path.reduce<Node | undefined>(inner, place.document.root);
  let at = place;
  for (const step of path) {
    node = inner(node, step);
    if (node === undefined) break;
    at = at.at(step);
  }
  return at === place ? undefined : at;
}

function inner(node: Node | undefined, step: string | number): Node | undefined {
  return node?.kind === 'list' ? node.items[Number(step)] : member(node, String(step));
}
