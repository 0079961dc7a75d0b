import { error, note, warning } from './entry.js';

/** What looking at a whole template can find: CloudFormation would take it, and its author regret it. */
export const linting = {
  'hidden-order': warning(
    (a: { what: string; attachment: string }) =>
      `${a.what} works only after "${a.attachment}", and nothing makes it wait for that.`,
  ),
  'signal-deadlock': warning(
    (a: { server: string; needs: string; attached: string } | { server: string; condition: string }) =>
      'condition' in a
        ? `"${a.server}" waits for "${a.condition}", which waits for a signal that only the script of "${a.server}" sends.`
        : `The script of "${a.server}" needs ${a.needs} before it sends its signal, and "${a.attached}" is made only after that.`,
  ),
  'hard-coded-account': warning((a: Constant) => `The account ${a.word} is written out${times(a)}.`),
  'hard-coded-region': warning((a: Constant) => `The region "${a.word}" is written out${times(a)}.`),
  'hard-coded-zone': warning((a: Constant) => `The availability zone "${a.word}" is written out${times(a)}.`),
  'hard-coded-image': warning(
    (a: Constant) => `The image "${a.word}" is written out${times(a)}, and exists in one region only.`,
  ),
  'malformed-image': warning((a: Constant) => `"${a.word}" cannot be the id of an image.`),
  'open-to-world': warning((a: { what: string; world: string }) => `${a.what} open to everybody (${a.world}).`),
  'allows-everything': warning((a: { what: string }) => `${a.what} allows everything on everything.`),
  'readable-access-key': warning(
    (a: { key: string; where: string }) => `The secret key of "${a.key}" would be readable in ${a.where}.`,
  ),
  'readable-secret': warning((a: { name: string }) => `"${a.name}" is a secret, and stands here as text.`),
  'unprotected-data': warning(
    (a: { id: string; when: string }) => `The data in "${a.id}" would be lost when it is ${a.when}.`,
  ),
  'redundant-wait': note(
    (a: { id: string; waitsFor: readonly string[] }) =>
      `"${a.id}" need not be told to wait for ${list(a.waitsFor)}: what it refers to makes it wait.`,
  ),
  'list-for-text': error(
    (a: { written: string; where: string }) => `"${a.written}" is a list, and ${a.where} needs one text.`,
  ),
  'protects-nothing': warning((a: { pattern: string }) => `"${a.pattern}" protects nothing: no resource is called so.`),
  'bad-identifier': error(
    (a: { id: string; type: string }) => `"${a.id}" (${a.type}) is not identified by what stands here.`,
  ),
  'unsafe-import': error(
    (a: { id: string }) => `"${a.id}" is imported, and nothing says what happens to it when it leaves the stack.`,
  ),
  'unused-ignore': warning((a: { code: string }) => `There is no finding "${a.code}" here to ignore.`),
};

export interface Constant {
  readonly word: string;
  readonly count: number;
}

function times({ count }: Constant): string {
  return count === 1 ? '' : ` ${count} times`;
}

/** More names than this do not help. */
const MOST = 5;

function list(names: readonly string[]): string {
  const shown = names.slice(0, MOST).map((name) => `"${name}"`);
  const more = names.length > MOST ? `${names.length - MOST} more` : shown.pop();
  return shown.length === 0 ? String(more) : `${shown.join(', ')} and ${more}`;
}
