import { printable } from '../../diagnostics/render/printable.js';
import type { ResourceChange, Risk } from '../model.js';
import type { Comparison, Extent } from './comparison.js';
import { count, summary } from './count.js';
import { capabilityDetails, type Detail, details, sameDetails, sectionDetail } from './details.js';
import { code, escaped, fenced } from './escape.js';
import { groups, risks } from './groups.js';
import { placeText, Reasons, whereText } from './why.js';

/** A comment on GitHub may have 65,536 characters; some room is left for what a pipeline may add. */
const LIMIT = 65_000;

/** The most that one resource may take (UTF-16 code units), so that a long script leaves room for the others. */
const MOST = 6_000;

/** More comparisons than this share one summary without a title of their own for each. */
const MOST_TITLES = 100;

/** By this line a pipeline finds its comment again, to update it. */
const MARKER = '<!-- jiml diff -->';

/** A part of the text that may be left out. Headings count as nothing when something is said to be left out. */
interface Piece {
  readonly text: string;
  /** Said instead where there is no room for the text. */
  readonly short?: string;
  readonly counts: boolean;
  /** What has to follow later once this is said. */
  readonly close?: string;
}

/**
 * Comparisons as a comment on a pull request: never longer than GitHub takes, with what was left out said. The same
 * comparisons give the same bytes.
 */
export function markdown(comparisons: readonly Comparison[], extent: Extent): string {
  const total = `**${summary(count(comparisons.map(({ diff }) => diff)))}.**`;
  const head = [MARKER, '### What would change', total].join('\n\n');
  const titled = comparisons.slice(0, MOST_TITLES);
  const pieces = [...titled.flatMap(dangers), ...titled.flatMap((one) => changes(one, extent))];
  return `${head}\n\n${fitted(pieces, LIMIT - head.length - 300, comparisons.length - titled.length)}`;
}

function fitted(pieces: readonly Piece[], room: number, missing: number): string {
  const said: string[] = [];
  let [left, omitted, open, dropping] = [room, 0, '', false];
  for (const { text, short, counts, close } of pieces) {
    const heads = close !== undefined;
    const extra = heads ? open.length + close.length + 4 : 2;
    const fits = [text, short].find((form) => form !== undefined && form.length + extra <= left);
    // What stands under a heading for which there is no room would seem to stand under the one before.
    dropping = heads ? fits === undefined : dropping;
    if (fits === undefined || dropping) omitted += counts ? 1 : 0;
    else {
      said.push(heads ? `${open}${fits}` : fits);
      left -= fits.length + extra;
      open = close ?? open;
    }
  }
  return `${[...said, open.trim(), ...leftOut(omitted, missing)].filter((text) => text !== '').join('\n\n')}\n`;
}

function leftOut(entries: number, comparisons: number): readonly string[] {
  const told = (number: number, what: string) =>
    number === 0 ? [] : [`**Left out here, for want of room: ${number} ${what}.**`];
  return [
    ...told(entries, entries === 1 ? 'entry' : 'entries'),
    ...told(comparisons, comparisons === 1 ? 'comparison' : 'comparisons'),
  ];
}

function dangers(comparison: Comparison): readonly Piece[] {
  return risks(comparison.diff).flatMap(({ title, risks: found }) => [
    { text: `#### ${title}`, counts: false, close: '' },
    ...found.map((risk) => ({ text: danger(risk), counts: true })),
  ]);
}

function danger({ message, where }: Risk): string {
  return `- :warning: ${escaped(shortened(message, 2_000))}${where === undefined ? '' : ` ${code(whereText(where))}`}`;
}

function changes({ before, after, diff }: Comparison, extent: Extent): readonly Piece[] {
  const reasons = new Reasons(diff);
  const rest = [
    ...diff.sections.map((change) => sectionDetail(change, extent)),
    ...capabilityDetails(diff),
    ...sameDetails(diff, extent),
  ];
  return [
    { text: `#### ${code(shortened(before, 200))} → ${code(shortened(after, 200))}`, counts: false, close: '' },
    ...groups(diff).flatMap(({ title, changes: found }): readonly Piece[] => [
      { text: opened(`${title} (${found.length})`, title !== 'Added'), counts: false, close: CLOSE },
      ...found.map((change) => ({
        text: entry(change, details(change, reasons, extent)),
        short: entry(change, []),
        counts: true,
      })),
    ]),
    ...(rest.length === 0 ? [] : [{ text: opened('The rest of the template', false), counts: false, close: CLOSE }]),
    ...chunks(rest).map((lines) => ({ text: block(lines), counts: true })),
  ];
}

const CLOSE = '</details>\n\n';

function opened(title: string, open: boolean): string {
  return `<details${open ? ' open' : ''}><summary><b>${title}</b></summary>`;
}

function entry(change: ResourceChange, lines: readonly Detail[]): string {
  const { id, type } = change;
  const where = placeText(change);
  const place = where === undefined ? '' : ` ${code(shortened(where, 200))}`;
  const name = `${code(shortened(id, 260))} ${code(shortened(type, 200))}${place}`;
  return lines.length === 0 ? `- ${name}` : `${name}\n\n${block(lines)}`;
}

function chunks(lines: readonly Detail[]): readonly (readonly Detail[])[] {
  return Array.from({ length: Math.ceil(lines.length / 20) }, (_, index) => lines.slice(20 * index, 20 * index + 20));
}

/** A block that GitHub colours: `!` stands for what is changed. */
function block(lines: readonly Detail[]): string {
  const shown: string[] = [];
  let size = 0;
  for (const { mark, text, depth } of lines) {
    const line = `${mark === '~' ? '!' : mark === '' ? '#' : mark} ${' '.repeat(2 * depth)}${shortened(text, 2_000)}`;
    size += line.length + 1;
    if (size > MOST) return fenced('diff', [...shown, `# … ${lines.length - shown.length} more lines`]);
    shown.push(line);
  }
  return fenced('diff', shown);
}

function shortened(text: string, most: number): string {
  const line = printable(text);
  return line.length <= most
    ? line
    : `${line.slice(0, most).replace(/[\ud800-\udbff]$/, '')}… (${line.length} characters)`;
}
