import type { Report } from '../diagnostics/diagnostic.js';
import type { Types } from './load.js';
import type { Type } from './type.js';

export function verify(_report: Report): (type: Type, types: Types) => void {
  return () => {};
}
