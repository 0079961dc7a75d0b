import { refusal } from '../template/refuse.js';

/** A part of a list, as CloudFormation gives it. */
export interface Page<T> {
  readonly items: T[];
  readonly next: { readonly NextToken?: string };
}

/** The part of a list that a token asks for. @throws Fault for a token that was not given by us. */
export function pageOf<T>(all: readonly T[], size: number, token: string | undefined): Page<T> {
  const start = token === undefined ? 0 : numberIn(token);
  const end = start + size;
  return { items: all.slice(start, end), next: end < all.length ? { NextToken: `page-${end}` } : {} };
}

/** The same from the end of a list that grows: what was added meanwhile does not move what is behind a token. */
export function pageFromEnd<T>(all: readonly T[], size: number, token: string | undefined): Page<T> {
  const end = token === undefined ? all.length : Math.min(numberIn(token), all.length);
  const start = Math.max(0, end - size);
  return { items: all.slice(start, end).reverse(), next: start > 0 ? { NextToken: `page-${start}` } : {} };
}

function numberIn(token: string): number {
  const found = /^page-(\d{1,9})$/.exec(token)?.[1];
  if (found === undefined) throw refusal('Invalid NextToken');
  return Number(found);
}
