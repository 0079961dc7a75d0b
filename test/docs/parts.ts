/** A value of JSON. */
type Json = unknown;

/** Which keys of a map are shown, and which of theirs; undefined shows all of it. */
type Choice = Map<string, Choice | undefined>;

/** Lines are broken that would be longer, in UTF-16 code units. */
const WIDTH = 100;

/**
 * A template as a document shows it: only what paths such as `Resources.Jobs.Properties` lead to, with a line `…`
 * wherever something is left out. Without paths all of it.
 */
export function partsOf(template: Json, paths: readonly string[]): string {
  return `${print(template, paths.length === 0 ? undefined : choiceOf(paths), '')}\n`;
}

function choiceOf(paths: readonly string[]): Choice {
  const choice: Choice = new Map();
  for (const path of paths) {
    const steps = path.split('.');
    let at = choice;
    for (const [index, step] of steps.entries()) {
      const inner = at.get(step) ?? (index === steps.length - 1 ? undefined : new Map());
      at.set(step, inner);
      at = inner ?? at;
    }
  }
  return choice;
}

function print(value: Json, choice: Choice | undefined, margin: string): string {
  if (choice === undefined) {
    const line = onOneLine(value);
    if (line.length + margin.length <= WIDTH) return line;
  }
  const inner = `${margin}  `;
  if (Array.isArray(value))
    return broken(
      '[',
      value.map((item) => print(item, undefined, inner)),
      ']',
      margin,
    );
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const missing = [...(choice?.keys() ?? [])].filter((key) => !Object.hasOwn(value, key));
  if (missing.length > 0) throw new Error(`There is no ${missing.join(', ')} to show.`);
  const entries = Object.entries(value).map(([key, item]) => {
    if (choice !== undefined && !choice.has(key)) return '…';
    return `${JSON.stringify(key)}: ${print(item, choice?.get(key), inner)}`;
  });
  return broken(
    '{',
    entries.filter((entry, index) => entry !== '…' || entries[index - 1] !== '…'),
    '}',
    margin,
  );
}

function broken(open: string, items: readonly string[], close: string, margin: string): string {
  const lines = items.map(
    (item, index) => `${margin}  ${item}${item === '…' || index === items.length - 1 ? '' : ','}\n`,
  );
  return `${open}\n${lines.join('')}${margin}${close}`;
}

function onOneLine(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${onOneLine(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
