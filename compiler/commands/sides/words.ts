import { Misuse } from '../outcome.js';

/** What a side of a comparison is, as it was asked for. */
export type Word =
  | { readonly kind: 'path'; readonly path: string }
  /** Without a path, what the other side is called. */
  | { readonly kind: 'git'; readonly revision: string; readonly path?: string }
  /** Without a name, the one that the other side is deployed to. */
  | { readonly kind: 'stack'; readonly name?: string; readonly path?: undefined };

/**
 * Reads `shop.yaml`, `-`, `git:HEAD`, `git:HEAD:shop.yaml`, `stack:shop` and `stack:`; the path of a commit is looked for
 * from the current folder, as all paths are.
 *
 * @throws Misuse for what names no side.
 */
export function word(text: string): Word {
  if (text.startsWith('stack:')) {
    const name = text.slice('stack:'.length);
    return { kind: 'stack', ...(name === '' ? {} : { name }) };
  }
  if (!text.startsWith('git:')) return { kind: 'path', path: text };
  const [, revision = '', path] = /^git:([^:]*)(?::([\s\S]*))?$/.exec(text) ?? [];
  // Git itself lets no name of a branch or tag begin so, and would read it as a flag.
  if (revision === '' || revision.startsWith('-') || /\p{Cc}/u.test(revision))
    throw new Misuse(`"${text}" names no commit: write it as git:HEAD, git:main or git:v1.2:shop.yaml.`);
  if (path === '' || path?.includes('\0') === true)
    throw new Misuse(`"${text}" names no file: leave the last colon out, or write a path behind it.`);
  return { kind: 'git', revision, ...(path === undefined ? {} : { path }) };
}
