import { printable } from '../../diagnostics/render/printable.js';
import type { ResourceChange } from '../model.js';
import type { Comparison, Extent } from './comparison.js';
import { count, summary } from './count.js';
import { capabilityDetails, type Detail, details, sameDetails, sectionDetail } from './details.js';
import { html as escaped } from './escape.js';
import { type Group, groups, risks } from './groups.js';
import { marks } from './marks.js';
import { STYLE } from './style.js';
import { placeText, Reasons, whereText } from './why.js';

/**
 * Comparisons as one page that stands for itself: nothing is loaded, nothing runs, and a policy in it says so. Where the
 * new side is a blueprint, its graph is drawn with what changes in colour.
 */
export async function html(comparisons: readonly Comparison[], extent: Extent): Promise<string> {
  const bodies = await Promise.all(comparisons.map((one) => section(one, extent)));
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>jiml diff</title>',
    `<style>\n${STYLE}\n</style>`,
    '</head>',
    '<body>',
    '<h1>What would change</h1>',
    `<p class="summary">${escaped(summary(count(comparisons.map(({ diff }) => diff))))}.</p>`,
    ...bodies.flat(),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

async function section(comparison: Comparison, extent: Extent): Promise<readonly string[]> {
  const { before, after, diff } = comparison;
  const reasons = new Reasons(diff);
  const rest = [
    ...diff.sections.map((change) => sectionDetail(change, extent)),
    ...capabilityDetails(diff),
    ...sameDetails(diff, extent),
  ];
  return [
    `<h2>${shown(before)} → ${shown(after)}</h2>`,
    ...risks(diff).map(
      ({ title, risks: found }) =>
        `<section class="risk"><h3>${title}</h3><ul>${found.map(({ message, where }) => `<li>${shown(message)}${placed(where && whereText(where))}</li>`).join('')}</ul></section>`,
    ),
    ...(await graph(comparison)),
    ...groups(diff).flatMap((group) => groupMarkup(group, reasons, extent)),
    ...(rest.length === 0 ? [] : ['<h3>The rest of the template</h3>', lines(rest)]),
  ];
}

async function graph({ written, diff }: Comparison): Promise<readonly string[]> {
  if (written === undefined || written.nodes.length === 0) return [];
  const [{ chart }, { svg }] = await Promise.all([import('../../graph/chart.js'), import('../../graph/svg.js')]);
  const key = ['replaced', 'perhaps', 'changed', 'added'].map((mark) => `<span class="key ${mark}">${mark}</span>`);
  return [
    '<figure>',
    svg(chart(written), marks(written, diff)),
    `<figcaption>${key.join(' ')}</figcaption>`,
    '</figure>',
  ];
}

function groupMarkup({ title, changes, mark }: Group, reasons: Reasons, extent: Extent): readonly string[] {
  return [
    `<details${mark === '+' ? '' : ' open'}><summary>${title} (${changes.length})</summary>`,
    ...changes.map((change) => resource(change, reasons, extent)),
    '</details>',
  ];
}

function resource(change: ResourceChange, reasons: Reasons, extent: Extent): string {
  const { id, type } = change;
  const found = details(change, reasons, extent);
  const name = `<h4>${shown(id)} <small>${shown(type)}</small>${placed(placeText(change))}</h4>`;
  return `${name}${found.length === 0 ? '' : `\n${lines(found)}`}`;
}

const CLASSES = { '+': 'plus', '-': 'minus', '~': 'tilde', ' ': '', '': 'prose' };

function lines(found: readonly Detail[]): string {
  const spans = found.map(({ mark, text, depth }) => {
    const line = `${'    '.repeat(depth)}${mark === '' ? '' : `${mark} `}${text}`;
    return `<span class="${CLASSES[mark]}">${escaped(line)}</span>`;
  });
  return `<pre>${spans.join('\n')}</pre>`;
}

function placed(place: string | undefined): string {
  return place === undefined ? '' : ` <small class="where">${shown(place)}</small>`;
}

function shown(text: string): string {
  return escaped(printable(text));
}
