import type { Cause, Diff, ResourceChange, Where } from '../model.js';
import { pathText } from './value.js';

/** `shop.yaml:14`. */
export function whereText({ file, span }: Where): string {
  return `${file}:${span.start.line}`;
}

/** Where a resource stands, on both sides where that differs: `shop.yaml:14 (line 12 before)`. */
export function placeText({ before, after }: ResourceChange): string | undefined {
  const where = after ?? before;
  if (where === undefined) return undefined;
  const old = before?.span.start.line ?? where.span.start.line;
  return old === where.span.start.line ? whereText(where) : `${whereText(where)} (line ${old} before)`;
}

/** Says why resources are replaced; made once for a diff, as it looks up where the causes stand. */
export class Reasons {
  private readonly places: ReadonlyMap<string, Where>;

  constructor({ resources }: Diff) {
    this.places = new Map(
      resources.flatMap(({ id, after, before }) => {
        const where = after ?? before;
        return where === undefined ? [] : [[id, where] as const];
      }),
    );
  }

  /**
   * "Address is replaced because Server is replaced because ImageId cannot change in place (shop.yaml:14)." Undefined for
   * what is not replaced.
   */
  of({ because }: ResourceChange): string | undefined {
    const root = because.at(-1);
    if (root === undefined) return undefined;
    const steps = because.map(({ id, replacement }) => `${id} ${replacement === 'true' ? 'is' : 'may be'} replaced`);
    const where = this.places.get(root.id);
    const place = where === undefined ? '' : ` (${whereText(where)})`;
    return `${steps.join(' because ')} because ${rootText(root)}${place}.`;
  }
}

function rootText({ path, replacement }: Cause): string {
  const name = path.length === 0 ? 'it' : pathText(path);
  return `${name} ${replacement === 'true' ? 'cannot' : 'sometimes cannot'} change in place`;
}

/** What happens to the data of a resource that goes away or is replaced. */
export function dataText({ data, action, replacement }: ResourceChange): string | undefined {
  const perhaps = replacement === 'conditional' ? 'If it is replaced, the old one' : 'The old one';
  const old = action === 'remove' ? 'It' : perhaps;
  switch (data) {
    case 'deleted':
      return `${old} is deleted with its data.`;
    case 'snapshot':
      return `${old} is deleted; a snapshot of its data is kept.`;
    case 'retained':
      return `${old} is kept with its data, outside of the stack.`;
    case undefined:
      return undefined;
  }
}

/** What a rename means, and what to do instead. */
export function renameText({ id, action, renamed }: ResourceChange): string | undefined {
  if (renamed === undefined) return undefined;
  if (action === 'remove') return `${renamed} has the same content: for CloudFormation it is a new resource.`;
  return (
    `It has the same content as ${renamed}, which goes away: CloudFormation makes a new one and deletes the old one. ` +
    `To keep it, call it ${renamed} again, or rename ${renamed} to ${id} with a stack refactoring first.`
  );
}

/** What is known of the physical resource beside the templates, and what is known only later. */
export function circumstancesText({ drift, later }: ResourceChange): string | undefined {
  const drifted = drift && `It was ${drift === 'deleted' ? 'deleted' : 'changed'} outside of CloudFormation.`;
  const open = later && 'What is done with it is decided only while the change is carried out.';
  return drifted === undefined && open === undefined ? undefined : [drifted, open].filter(Boolean).join(' ');
}

/** What a condition that is not known leaves open. */
export function uncertainText({ uncertain }: ResourceChange): string | undefined {
  return uncertain
    ? 'That depends on a condition that is not known: -P or --params give parameters their values.'
    : undefined;
}
