import { member } from '../source/node.js';
import { parse } from '../source/parse.js';
import { type ConfigRow, configRows } from './configRows.js';
import { exampleOf, type TypeEntry, textIn } from './folders.js';
import { section } from './section.js';

const columns = 80;

/** A type's config, attributes and first example, as text for a terminal. */
export function typeText(entry: TypeEntry, types: ReadonlyMap<string, TypeEntry>): string {
  const { aliasOf, description } = entry.schema;
  const real = typeof aliasOf === 'string' ? types.get(aliasOf) : undefined;
  if (real !== undefined && real.name !== entry.name && real.schema.aliasOf === undefined) {
    return `${entry.name} is another name for ${real.name}.\n\n${typeText(real, types)}`;
  }
  const about = typeof description === 'string' ? description : '';
  const example = exampleOf(entry);
  const blocks = [
    wrap(`${entry.name}: ${about}`, ''),
    block('Config', configRows(entry.schema).map(configText)),
    block('Attributes', attributeLines(entry)),
    example === undefined ? '' : `Example\n\n${indent(example.trimEnd())}`,
  ];
  return blocks.filter((one) => one !== '').join('\n\n');
}

function block(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${title}\n\n${lines.join('\n')}`;
}

function configText({ path, kind, required, default: value, description }: ConfigRow): string {
  const more = required ? ', required' : value === undefined ? '' : `, default ${JSON.stringify(value)}`;
  return `  ${path}: ${kind}${more}${description === '' ? '' : `\n${wrap(description, '      ')}`}`;
}

function attributeLines({ folder }: TypeEntry): readonly string[] {
  const text = textIn(folder, 'template.yaml') ?? '';
  const attributes = member(parse('template.yaml', text, () => {}).root, 'attributes');
  const prose = attributeProse(textIn(folder, 'README.md') ?? '');
  return (attributes?.kind === 'map' ? attributes.entries : []).map(({ key }) => {
    const said = prose.get(key);
    return said === undefined ? `  ${key}` : `  ${key}\n${wrap(said, '      ')}`;
  });
}

/** What a README's section on attributes says, in rows of a table or items of a list that begin with the name. */
function attributeProse(readme: string): ReadonlyMap<string, string> {
  const lines = (section(readme, 'Attributes') ?? '').split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [, name, said] = /^(?:\||-|\*)\s*`(?:\$?\w+\.)?(\w+)`\s*[|:—-]*\s*(.+?)\s*\|?$/.exec(line) ?? [];
      return name === undefined || said === undefined ? [] : [[name, said] as const];
    }),
  );
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

/** Breaks a text into lines that fit a terminal, each with a margin. */
function wrap(text: string, margin: string): string {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = `${lines.at(-1) ?? margin}${(lines.at(-1) ?? margin) === margin ? '' : ' '}${word}`;
    if (lines.length > 0 && line.length <= columns) lines[lines.length - 1] = line;
    else lines.push(`${margin}${word}`);
  }
  return lines.join('\n');
}
