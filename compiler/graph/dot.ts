import type { Chart, ChartEdge } from './chart.js';
import { type Nest, nesting } from './nesting.js';

/** A chart in the DOT language of Graphviz: nested parts in clusters, the critical path in bold. */
export function dot(chart: Chart): string {
  return [
    'digraph jiml {',
    '  rankdir=LR;',
    '  node [shape=box, style=rounded, fontname="Helvetica"];',
    '  edge [fontname="Helvetica", fontsize=10];',
    ...nesting(chart).flatMap((nest) => nestLines(nest, '  ')),
    ...chart.edges.map((edge) => `  ${edgeLine(edge)}`),
    '}',
    '',
  ].join('\n');
}

function nestLines({ node, parts }: Nest, indent: string): string[] {
  const attributes = [`label=${quoted(`${node.id}\n${node.type}`)}`, `tooltip=${quoted(`${node.file}:${node.line}`)}`];
  if (node.critical) attributes.push('penwidth=2');
  const line = `${quoted(node.id)} [${attributes.join(', ')}];`;
  if (parts.length === 0) return [`${indent}${line}`];
  return [
    `${indent}subgraph ${quoted(`cluster_${node.id}`)} {`,
    `${indent}  style="rounded,dashed";`,
    `${indent}  ${line}`,
    ...parts.flatMap((part) => nestLines(part, `${indent}  `)),
    `${indent}}`,
  ];
}

function edgeLine({ from, to, label, critical }: ChartEdge): string {
  return `${quoted(from)} -> ${quoted(to)} [label=${quoted(label)}${critical ? ', penwidth=2' : ''}];`;
}

/** A quoted string of DOT. A backslash begins an escape in labels, so it is doubled; a real line break becomes one. */
function quoted(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll(/\r?\n|\r/g, '\\n');
  return `"${escaped.replaceAll('\0', '')}"`;
}
