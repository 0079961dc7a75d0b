import { readFileSync } from 'node:fs';

/** What is wrong in a template: a code, and the place in the template that it is about. */
interface Expected {
  readonly code: string;
  readonly at: string;
}

interface Entry {
  readonly expected?: readonly Expected[];
  /** Why what is wrong in the file is nothing that the compiler promises to find. */
  readonly outside?: string;
}

/** By the end of the file's path. */
const entries: Readonly<Record<string, Entry>> = JSON.parse(
  readFileSync(new URL('../../conformance/expected.json', import.meta.url), 'utf8'),
);

/** What must be found in a file, as `code at Resources/Id/Properties/Key`; undefined where nothing is said about it. */
export function expectedIn(file: string): readonly string[] | undefined {
  const name = /(?:^|\/)(cfn-lint\/bad\/.*)$/.exec(file)?.[1] ?? '';
  const entry = Object.hasOwn(entries, name) ? entries[name] : undefined;
  return entry?.expected?.map(({ code, at }) => `${code} at ${at}`);
}
