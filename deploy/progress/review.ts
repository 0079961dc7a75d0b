import { printable } from '../../compiler/diagnostics/render/printable.js';
import { text } from '../../compiler/diff/render/text.js';
import type { Review } from '../api/report.js';
import { brush } from './brush.js';

const heads: Readonly<Record<Review['action'], string>> = {
  create: 'would be created',
  update: 'would be updated',
  import: 'would take in what exists',
  delete: 'would be deleted',
  none: 'would stay as it is',
};

/** What will happen, as `jiml diff` draws it, and the parameters, tags and capabilities that it happens with. */
export function reviewText(review: Review, colour: boolean): string {
  const { stack, region, account, action, comparison, parameters, tags, capabilities } = review;
  const paint = brush(colour);
  const place = account === undefined ? region : `${region}, account ${account}`;
  const head = paint('strong', printable(`Stack "${stack}" in ${place} ${heads[action]}.`));
  // One side is nothing, and the other was named.
  const untitled = action === 'create' || action === 'delete';
  const drawn = text([comparison], { colour, full: false, all: false, untitled });
  const lists = [
    list(
      'Parameters',
      parameters.map(({ name, value, previous }) => `${name} = ${value}${previous ? ' (as before)' : ''}`),
    ),
    list(
      'Tags',
      Object.entries(tags).map(([key, value]) => `${key} = ${value}`),
    ),
    list(
      'Capabilities',
      capabilities.map(({ name, ids }) => `${name}${ids.length === 0 ? '' : `, for ${some(ids)}`}`),
    ),
  ].filter((lines) => lines !== '');
  return `${[head, '', ...lists.flatMap((lines) => [lines, '']), drawn.trimEnd()].join('\n')}\n`;
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [`${title}:`, ...lines.map((line) => `  ${printable(line)}`)].join('\n');
}

function some(ids: readonly string[]): string {
  return ids.length > 6 ? `${ids.slice(0, 5).join(', ')} and ${ids.length - 5} more` : ids.join(', ');
}
