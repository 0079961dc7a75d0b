import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { publications } from './publications.js';
import { allRows, BLUEPRINTS, componentLines, differences, linesOf, type Row, textOf } from './rows.js';

const FILE = join(BLUEPRINTS, 'INDEX.md');

const all = publications();

const HEAD = `# Systems

What the blueprints here deploy, by the ids of the systems that they carry. Every one compiles with \`--strict\` without
a message, has a template that AWS's own validator finds no error in, and is deployed, updated and destroyed on the
local CloudFormation by the tests (\`test/blueprints/\`), and on moto as far as moto knows its types, which
\`test/endpoints/scenarios/systems.test.ts\` tells. What they know of a row is in \`index/\`; this page is written
from there by \`UPDATE_GOLDEN=1 npm test\`.

Where the system was published as a template, its lines are compared with those of the blueprint and of the components
that it shares with others, and so is what is deployed: the number of resources of each type, and which types need
which. What differs on purpose has a name, explained
[below](#intended-differences).
`;

function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

/** How a row was proved, in words. */
function proof({ published, differences: named = [], from, updates = [], raw, warnings = [] }: Row): string {
  const likeness = named.length === 0 ? 'the same types' : `like the published one but for ${named.join(', ')}`;
  const changes = [...(from === undefined ? [] : [from]), ...updates].map(({ what }) => what);
  return [
    changes.length === 0 ? 'deployed' : `updated: ${changes.join('; ')}`,
    ...(published === undefined ? [] : [likeness]),
    ...(warnings.length === 0 ? [] : [`warns: ${warnings.join(', ')}`]),
    ...(raw === undefined ? [] : [`raw: ${raw}`]),
  ].join('. ');
}

function rowLine(row: Row): readonly string[] {
  const lines = row.published === undefined ? '' : `${all[row.published]?.lines ?? ''}`;
  const text = textOf(row.file);
  const shared = componentLines(text);
  const ours = `${linesOf(text)}${shared === 0 ? '' : ` + ${shared}`}`;
  return [row.id, `[${row.file}](${row.file})`, row.deploys, ours, lines, proof(row)];
}

function index(): string {
  const rows = table(['id', 'file', 'what it deploys', 'lines', 'published', 'proof'], allRows.map(rowLine));
  const why = table(
    ['difference', 'reason'],
    Object.entries(differences).map(([name, difference]) => [name, difference.why]),
  );
  return [HEAD, rows, '', '## Intended differences', '', why, ''].join('\n');
}

describe('blueprints/INDEX.md', () => {
  it('says what is known of each row', () => {
    const expected = index();
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(FILE, expected);
    expect(existsSync(FILE), 'UPDATE_GOLDEN=1 writes it').to.equal(true);
    expect(readFileSync(FILE, 'utf8')).to.equal(expected);
  });

  it('names no row twice', () => {
    const ids = allRows.map(({ id }) => id);
    expect(ids).to.deep.equal([...new Set(ids)]);
  });
});
