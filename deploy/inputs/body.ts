import { Misuse } from '../../compiler/commands/outcome.js';
import { limits } from '../../compiler/template/cloudformation.js';

/** A template as it is sent: the text, and whether a request can hold it. */
export interface Body {
  readonly text: string;
  readonly inline: boolean;
}

/**
 * The bytes that are sent for a template: as it is where a request can hold that (CloudFormation quotas: 51,200 bytes of
 * UTF-8), without blanks where that is enough or where it goes through a bucket.
 *
 * @param text The template as JSON.
 * @throws Misuse where CloudFormation would not take it in any way (1,000,000 bytes).
 */
export function bodyOf(text: string): Body {
  if (Buffer.byteLength(text) <= limits.inlineBodyBytes) return { text, inline: true };
  const short = minified(text);
  const bytes = Buffer.byteLength(short);
  if (bytes <= limits.bodyBytes) return { text: short, inline: bytes <= limits.inlineBodyBytes };
  throw new Misuse(`The template has ${grouped(bytes)} bytes, and CloudFormation takes ${grouped(limits.bodyBytes)}.`, [
    'Split the blueprint into several; one refers to what another exports with !ImportValue.',
    ...largest(short),
  ]);
}

/** JSON without blanks between its words; the order of keys stays. */
function minified(text: string): string {
  return text.replaceAll(/("[^"\\]*(?:\\.[^"\\]*)*")|\s+/g, '$1');
}

/** What makes it large: the resources with the most bytes. */
function largest(text: string): readonly string[] {
  const resources: Readonly<Record<string, unknown>> = JSON.parse(text).Resources ?? {};
  const sizes = Object.entries(resources)
    .map(([id, resource]) => ({ id, bytes: Buffer.byteLength(JSON.stringify(resource)) }))
    .sort((a, b) => b.bytes - a.bytes || (a.id < b.id ? -1 : 1));
  const shown = sizes.slice(0, 3).map(({ id, bytes }) => `${id} (${grouped(bytes)} bytes)`);
  return shown.length === 0 ? [] : [`The largest of its ${sizes.length} resources: ${shown.join(', ')}.`];
}

function grouped(number: number): string {
  return String(number).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
