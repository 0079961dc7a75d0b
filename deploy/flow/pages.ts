import type { Answer, Input, Operation } from '../api/cloudformation.js';
import { type Caller, insist } from './insist.js';

/** The operations whose answers come in pages. */
export type Paged = {
  [O in Operation]: Input<O> extends { NextToken?: string | undefined }
    ? Answer<O> extends { NextToken?: string | undefined }
      ? O
      : never
    : never;
}[Operation];

/**
 * The pages of an answer, each asked for when it is wanted. An endpoint that gives a token again is not asked again.
 *
 * @throws Fault; AbortError where `signal` says so
 */
export async function* pages<O extends Paged>(
  caller: Caller,
  operation: O,
  input: Input<O>,
  signal?: AbortSignal,
): AsyncGenerator<Answer<O>, void, undefined> {
  const seen = new Set<string>();
  for (let token: string | undefined; ; ) {
    const asked = token === undefined ? input : { ...input, NextToken: token };
    const answer = await insist(caller, operation, asked, signal === undefined ? {} : { signal });
    yield answer;
    token = (answer as { readonly NextToken?: string | undefined }).NextToken;
    if (token === undefined || token === '' || seen.has(token)) return;
    seen.add(token);
  }
}

/** What is listed on all pages. @throws Fault */
export async function everyPage<O extends Paged, T>(
  caller: Caller,
  operation: O,
  input: Input<O>,
  items: (answer: Answer<O>) => readonly T[] | undefined,
): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const answer of pages(caller, operation, input)) for (const item of items(answer) ?? []) found.push(item);
  return found;
}
