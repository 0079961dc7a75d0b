import { printable } from '../../compiler/diagnostics/render/printable.js';
import { finding } from '../../compiler/diagnostics/render/text.js';
import type { Failed, FailureReport } from '../api/report.js';
import { brush } from './brush.js';
import { type Place, placeOf } from './places.js';
import { plainReason } from './reason.js';
import type { Source } from './view.js';

/** How many failures are drawn; a template can make hundreds fail at once, mostly for one reason. */
const most = 5;

const verbs: readonly (readonly [string, string])[] = [
  ['CREATE_', 'created'],
  ['UPDATE_', 'updated'],
  ['DELETE_', 'deleted'],
  ['IMPORT_', 'imported'],
];

/** Why a deployment failed: the first causes as diagnostics are drawn, the others counted, and what was done then. */
export function failureText({ first, cascade, then }: FailureReport, colour: boolean, source: Source): string {
  const blocks = first.slice(0, most).map((event) => block(event, colour, source));
  const counted = [
    first.length > most ? `${first.length - most} more failed by themselves; the events have them all.` : '',
    cascade > 0 ? givenUp(cascade, first.length > 0) : '',
    then,
  ].filter((sentence) => sentence !== '');
  return [...blocks, ...(counted.length === 0 ? [] : [printable(counted.join(' '))])].join('\n\n');
}

/** Where nothing failed by itself, somebody cancelled it. */
function givenUp(count: number, caused: boolean): string {
  const verb = count === 1 ? 'was' : 'were';
  if (caused) return `${count} more ${verb} given up because of that.`;
  return `${count} ${count === 1 ? 'resource' : 'resources'} ${verb} given up.`;
}

function block(event: Failed, colour: boolean, source: Source): string {
  const { id, type, hint, where } = event;
  const reason = plainReason(event.reason ?? '') || 'CloudFormation gave no reason.';
  const message = `${id} (${type}) could not be ${verbOf(event)}: ${reason}`;
  const found = where === undefined ? undefined : locate(where, source);
  if (found === undefined) return unquoted(where, message, hint, colour);
  const { file, span, text } = found;
  return finding(
    { severity: 'error', message, file, span, related: [], ...(hint === undefined ? {} : { hint }) },
    { sources: new Map([[file, text]]), colour },
  );
}

/** The line that a place names, where its text is at hand. */
function locate(where: string, source: Source): (Place & { readonly text: string }) | undefined {
  const file = placeOf(where, undefined)?.file;
  const text = file === undefined ? undefined : source(file);
  const place = placeOf(where, text);
  return text === undefined || place === undefined ? undefined : { ...place, text };
}

/** The same without the line. */
function unquoted(where: string | undefined, message: string, hint: string | undefined, colour: boolean): string {
  const paint = brush(colour);
  const place = where === undefined ? '' : `${paint('strong', printable(`${where}:`))} `;
  const line = `${place}${paint('alarm', 'error:')} ${paint('strong', printable(message))}`;
  return [line, ...(hint === undefined ? [] : [`  = ${printable(hint)}`])].join('\n');
}

function verbOf({ status }: Failed): string {
  return verbs.find(([prefix]) => status.startsWith(prefix))?.[1] ?? 'put back';
}
