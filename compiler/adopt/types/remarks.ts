import type { Remarks, Tree, Twig } from '../tree.js';

/** All comments at an entry and inside of it, as one above. */
export function remarksIn({ remarks, value }: Twig): Remarks {
  const texts: string[] = [];
  const collect = (here: Remarks): void => {
    for (const text of [here.before, here.beside, here.under]) if (text !== undefined) texts.push(text);
  };
  const walk = (tree: Tree): void => {
    collect(tree.remarks);
    if (tree.kind === 'list') tree.items.forEach(walk);
    if (tree.kind === 'branch') {
      for (const entry of tree.entries) {
        collect(entry.remarks);
        walk(entry.value);
      }
    }
  };
  collect(remarks);
  walk(value);
  return { ...(texts.length > 0 && { before: texts.join('\n') }), ...(remarks.space === true && { space: true }) };
}
