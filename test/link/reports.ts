import { type Diagnostic, Diagnostics } from '../../compiler/diagnostics/diagnostic.js';
import { link } from '../../compiler/link/link.js';
import type { Graph } from '../../compiler/template/graph.js';
import type { Logical } from '../../compiler/template/logical.js';

export interface Linked {
  readonly graph: Graph;
  readonly found: readonly Diagnostic[];
}

export function linked(logical: Logical): Linked {
  const diagnostics = new Diagnostics();
  const graph = link(logical, diagnostics.report);
  return { graph, found: diagnostics.all };
}

/** `code path message` of each finding, in the order in which they are found. */
export function findings(logical: Logical): readonly string[] {
  return linked(logical).found.map(({ code, path, message }) => `${code} ${path.join('.')} ${message}`);
}

/** The codes of the findings, in the order in which they are found. */
export function codes(logical: Logical): readonly string[] {
  return linked(logical).found.map(({ code }) => code);
}
