import type { Json } from '../../../compiler/template/template.js';

/** A value as text: a number or boolean as it is written, a list or map as JSON, nothing as `undefined`. */
export function asText(json: Json | undefined): string {
  return typeof json === 'object' && json !== null ? JSON.stringify(json) : String(json);
}
