import { Misuse } from '../outcome.js';

/** What a side of a comparison is, as it was asked for. */
export type Word =
  | { readonly kind: 'path'; readonly path: string }
  /** Without a path, what the other side is called. */
  | { readonly kind: 'git'; readonly revision: string; readonly path?: string };

/**
 * Reads `shop.yaml`, `-`, `git:HEAD` and `git:HEAD:shop.yaml`; the path of a commit is looked for from the current folder,
 * as all paths are.
 *
 * @throws Misuse for what names no side, and for `stack:NAME`, which needs AWS.
 */
export function word(text: string): Word {
  if (text.startsWith('stack:'))
    throw new Misuse(
      `"${text}" is a stack in an account, and this version does not deploy or ask AWS: compare with a template that you fetched.`,
    );
  if (!text.startsWith('git:')) return { kind: 'path', path: text };
  const [, revision = '', path] = /^git:([^:]*)(?::([\s\S]*))?$/.exec(text) ?? [];
  // Git itself lets no name of a branch or tag begin so, and would read it as a flag.
  if (revision === '' || revision.startsWith('-') || /\p{Cc}/u.test(revision))
    throw new Misuse(`"${text}" names no commit: write it as git:HEAD, git:main or git:v1.2:shop.yaml.`);
  if (path === '' || path?.includes('\0') === true)
    throw new Misuse(`"${text}" names no file: leave the last colon out, or write a path behind it.`);
  return { kind: 'git', revision, ...(path === undefined ? {} : { path }) };
}
