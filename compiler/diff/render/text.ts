import { printable } from '../../diagnostics/render/printable.js';
import type { ResourceChange } from '../model.js';
import type { Comparison, Extent } from './comparison.js';
import { count, summary } from './count.js';
import { capabilityDetails, type Detail, details, sameDetails, sectionDetail } from './details.js';
import { type Group, groups, risks } from './groups.js';
import { placeText, Reasons, whereText } from './why.js';

export interface TextSettings extends Extent {
  /** Whether to use ANSI colours. */
  readonly colour: boolean;
  /** Whether to leave out what is compared, where that is said already. */
  readonly untitled?: boolean;
}

type Brush = (code: string, text: string) => string;

const COLOURS = { '+': '32', '-': '31', '~': '33', ' ': '', '': '' };
const [BOLD, FAINT, ALARM] = ['1', '34', '1;31'];

/** Comparisons for a person: what is risky first, then resource by resource, and what it comes to at the end. */
export function text(comparisons: readonly Comparison[], settings: TextSettings): string {
  const brush: Brush = (code, said) =>
    settings.colour && code !== '' && said !== '' ? `\x1b[${code}m${said}\x1b[0m` : said;
  const blocks = comparisons.flatMap((one) => block(one, settings, brush, comparisons.length > 1));
  const total = brush(BOLD, `${summary(count(comparisons.map(({ diff }) => diff)))}.`);
  return `${[...blocks, total].join('\n\n')}\n`;
}

function block(
  { before, after, diff }: Comparison,
  extent: TextSettings,
  brush: Brush,
  several: boolean,
): readonly string[] {
  const reasons = new Reasons(diff);
  const title = brush(BOLD, printable(`From ${before} to ${after}`));
  const parts = [
    ...risks(diff).map(({ title, risks }) => [
      brush(ALARM, title),
      ...risks.map(
        ({ message, where }) =>
          `  ${brush(ALARM, '!')} ${printable(message)}${placed(where && whereText(where), brush)}`,
      ),
    ]),
    ...groups(diff).flatMap((group) =>
      together(group.changes.map((change) => resource(change, group, reasons, extent, brush))),
    ),
    [...diff.sections.map((change) => sectionDetail(change, extent)), ...capabilityDetails(diff)].map((one) =>
      line(one, 0, brush),
    ),
    sameDetails(diff, extent).map((one) => line(one, 0, brush)),
    several ? [`${summary(count([diff]))}.`] : [],
  ];
  const shown = parts.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return extent.untitled === true ? shown : [title, ...shown];
}

/** What is said in one line each stands together where it follows each other. */
function together(parts: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const joined: string[][] = [];
  for (const [index, lines] of parts.entries()) {
    if (lines.length === 1 && parts[index - 1]?.length === 1) joined.at(-1)?.push(...lines);
    else joined.push([...lines]);
  }
  return joined;
}

function resource(
  change: ResourceChange,
  group: Group,
  reasons: Reasons,
  extent: Extent,
  brush: Brush,
): readonly string[] {
  const { id, type } = change;
  const name = `${brush(BOLD, printable(id))} ${printable(`(${type})`)} ${brush(COLOURS[group.mark], group.verb)}`;
  return [
    `${brush(COLOURS[group.mark], group.mark)} ${name}${placed(placeText(change), brush)}`,
    ...details(change, reasons, extent).map((one) => line(one, 4, brush)),
  ];
}

function placed(place: string | undefined, brush: Brush): string {
  return place === undefined ? '' : brush(FAINT, ` ${printable(place)}`);
}

function line({ mark, text, depth }: Detail, margin: number, brush: Brush): string {
  // A line of a log that begins with two colons is a command to some runners of pipelines.
  const said = mark.trim() === '' ? text.replace(/^(\s*):(?=:)/, '$1\\x3a') : text;
  return `${' '.repeat(margin + 4 * depth)}${brush(COLOURS[mark], mark === '' ? said : `${mark} ${said}`)}`;
}
