/**
 * The canonical form of a value of a template: what means the same is the same object, so that `===` compares. Scalars
 * are texts, and a text is the list of its known and unknown parts, however it was put together.
 */
export type Form = TextForm | ListForm | MapForm | CallForm;

export interface TextForm {
  readonly kind: 'text';
  readonly id: number;
  /** Neither empty texts nor two texts after each other. */
  readonly parts: readonly (string | CallForm)[];
  /** Its characters; an unknown part counts as some. */
  readonly size: number;
}

export interface ListForm {
  readonly kind: 'list';
  readonly id: number;
  readonly items: readonly Form[];
}

export interface MapForm {
  readonly kind: 'map';
  readonly id: number;
  /** In the order of their names. */
  readonly entries: ReadonlyMap<string, Form>;
}

/** What only CloudFormation knows: a reference, or a function of what is not known. */
export interface CallForm {
  readonly kind: 'call';
  readonly id: number;
  readonly name: string;
  readonly args: readonly Form[];
}

/** Names of calls that the evaluation makes. */
export const RESOURCE = 'Resource';
export const ATTRIBUTE = 'Attribute';
export const PARAMETER = 'Parameter';

/**
 * The longest text that is put together, in characters: far more than a script may have. Functions within functions
 * can double a text again and again.
 */
export const LONGEST_TEXT = 2 ** 18;

const UNKNOWN = 64;

/** Makes forms. Only forms of the same maker can be compared. */
export class Forms {
  private readonly known = new Map<string, Form>();

  /** A text of parts; of nothing but one unknown part it is that part. */
  text(parts: readonly (string | Form)[]): TextForm | CallForm {
    const size = parts.reduce<number>((sum, part) => sum + sizeOf(part), 0);
    if (size > LONGEST_TEXT && parts.length > 1) {
      return this.call(
        'Text',
        parts.map((part) => (typeof part === 'string' ? this.text([part]) : part)),
      );
    }
    const flat: (string | CallForm)[] = [];
    for (const part of parts) this.append(flat, part);
    const [only] = flat;
    if (flat.length === 1 && typeof only === 'object') return only;
    const key = flat.map((part) => (typeof part === 'string' ? JSON.stringify(part) : `#${part.id}`)).join('+');
    return this.intern(`t${key}`, (id): TextForm => ({ kind: 'text', id, parts: flat, size }));
  }

  list(items: readonly Form[]): ListForm {
    const key = items.map(({ id }) => id).join(',');
    return this.intern(`l${key}`, (id): ListForm => ({ kind: 'list', id, items }));
  }

  map(entries: Iterable<readonly [string, Form]>): MapForm {
    const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
    const key = sorted.map(([name, { id }]) => `${JSON.stringify(name)}:${id}`).join(',');
    return this.intern(`m${key}`, (id): MapForm => ({ kind: 'map', id, entries: new Map(sorted) }));
  }

  call(name: string, args: readonly Form[]): CallForm {
    const key = `${JSON.stringify(name)}(${args.map(({ id }) => id).join(',')})`;
    return this.intern(`c${key}`, (id): CallForm => ({ kind: 'call', id, name, args }));
  }

  private append(flat: (string | CallForm)[], part: string | Form): void {
    if (typeof part === 'string') {
      const last = flat.at(-1);
      if (part === '') return;
      if (typeof last === 'string') flat[flat.length - 1] = last + part;
      else flat.push(part);
    } else if (part.kind === 'text') for (const inner of part.parts) this.append(flat, inner);
    else flat.push(part.kind === 'call' ? part : this.call('Text', [part]));
  }

  private intern<F extends Form>(key: string, make: (id: number) => F): F {
    const known = this.known.get(key);
    if (known !== undefined) return known as F;
    const made = make(this.known.size);
    this.known.set(key, made);
    return made;
  }
}

function sizeOf(part: string | Form): number {
  if (typeof part === 'string') return part.length;
  return part.kind === 'text' ? part.size : UNKNOWN;
}

/** The characters of a text of which everything is known; undefined for all else. */
export function textOf(form: Form | undefined): string | undefined {
  if (form?.kind !== 'text') return undefined;
  const [only = '', ...more] = form.parts;
  return typeof only === 'string' && more.length === 0 ? only : undefined;
}

/** Whether nothing in a form is left to CloudFormation. */
export function isKnown(form: Form): boolean {
  if (form.kind === 'call') return false;
  if (form.kind === 'text') return textOf(form) !== undefined;
  return (form.kind === 'list' ? form.items : [...form.entries.values()]).every(isKnown);
}
