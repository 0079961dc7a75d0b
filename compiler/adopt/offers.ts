import { Specifications } from '../specification/read.js';
import { isCall } from './express.js';
import { isReference } from './literal.js';
import { at, type Leaf, leaf, type Tree, type Twig, textOf, together } from './tree.js';

/** Shorter texts are the same by chance. */
const SHORTEST = 4;

/** Where a text that is the name of something says something else. */
const PROSE = /^(?:Tags|Description|.*Description)$/;

/** A resource whose name is written out. */
interface Owner {
  readonly id: string;
  /** How a property that means it is called, or ends: `BucketName`, `Bucket`. */
  readonly called: readonly string[];
}

/** Offers references, in comments, where the name of a resource of the same template is written out. */
export class Offers {
  private readonly owners = new Map<string, Owner | undefined>();

  constructor(template: Tree) {
    const types = new Specifications();
    const resources = at(template, 'Resources');
    for (const resource of resources?.kind === 'branch' ? resources.entries : []) this.enter(resource, types);
  }

  /** The properties of a resource with what can be offered there. */
  within(tree: Tree, id: string, key = ''): Tree {
    if (this.owners.size === 0 || PROSE.test(key)) return tree;
    if (tree.kind === 'leaf') return this.offered(tree, id, key);
    if (isCall(tree)) return tree;
    if (tree.kind === 'list') return { ...tree, items: tree.items.map((item) => this.within(item, id, key)) };
    const entries = tree.entries.map((entry) => ({ ...entry, value: this.within(entry.value, id, entry.key) }));
    return { ...tree, entries };
  }

  /** Only what has a name of its own: that of a bucket's policy is the bucket's. Of two of one name neither is offered. */
  private enter({ key: id, value }: Twig, types: Specifications): void {
    const type = textOf(at(value, 'Type')) ?? '';
    const known = types.typeSpecification(type);
    const [property = '', more] = known?.ref ?? [];
    const name = textOf(at(at(value, 'Properties'), property));
    if (name === undefined || more !== undefined || name.length < SHORTEST || !isReference(id)) return;
    if ((known?.properties.property(property)?.from.length ?? 0) > 0) return;
    const called = [type.split('::')[2] ?? '', ...(property === 'Name' ? [] : [property])];
    this.owners.set(name, this.owners.has(name) ? undefined : { id, called });
  }

  private offered(tree: Leaf, own: string, key: string): Leaf {
    const text = textOf(tree);
    const reference = text === undefined ? undefined : this.reference(text, own, key);
    if (reference === undefined) return tree;
    const offer = ` could be ${reference}`;
    const { remarks } = tree;
    return leaf(tree.value, together(remarks, remarks.beside === undefined ? { beside: offer } : { before: offer }));
  }

  /** `$Id`, or a text with it where the name is the last of an ARN or stands before a path. */
  private reference(text: string, own: string, key: string): string | undefined {
    const [, before = '', name = '', after = ''] =
      /^(arn:(?:[^:]*:){4}(?:[a-z-]+[/:])??)?([^:/]+)(\/.*)?$/.exec(text) ?? [];
    const owner = this.owners.get(name);
    if (owner === undefined || owner.id === own || text.includes('${')) return undefined;
    const singular = key.replace(/s$/, '');
    if (before === '' && !owner.called.some((word) => singular.endsWith(word))) return undefined;
    return before === '' && after === '' ? `$${owner.id}` : `${before}\${{ ${owner.id} }}${after}`;
  }
}
