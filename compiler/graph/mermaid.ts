import type { Chart } from './chart.js';
import { type Nest, nesting } from './nesting.js';

/**
 * A chart as a flowchart of Mermaid, as GitHub shows it in Markdown. Nodes are called `n0`, `n1` … because words such
 * as `end` mean something to Mermaid; what a reader sees are labels.
 */
export function mermaid(chart: Chart): string {
  const names = new Map(chart.nodes.map((node, index) => [node.id, `n${index}`]));
  const nameOf = (id: string) => names.get(id) ?? '';
  const critical = chart.nodes.filter((node) => node.critical).map((node) => nameOf(node.id));
  const bold = chart.edges.flatMap((edge, index) => (edge.critical ? [index] : []));
  return [
    'flowchart LR',
    ...nesting(chart).flatMap((nest) => nestLines(nest, nameOf, '  ')),
    ...chart.edges.map(({ from, to, label }) => `  ${nameOf(from)} -->${labelled(label)} ${nameOf(to)}`),
    ...(critical.length > 0 ? ['  classDef critical stroke-width:3px', `  class ${critical.join(',')} critical`] : []),
    ...(bold.length > 0 ? [`  linkStyle ${bold.join(',')} stroke-width:3px`] : []),
    '',
  ].join('\n');
}

function nestLines({ node, parts }: Nest, nameOf: (id: string) => string, indent: string): string[] {
  const name = nameOf(node.id);
  const line = `${name}["${escaped(node.id)}<br/>${escaped(node.type)}"]`;
  if (parts.length === 0) return [`${indent}${line}`];
  return [
    `${indent}subgraph g${name}["${escaped(node.id)}"]`,
    `${indent}  ${line}`,
    ...parts.flatMap((part) => nestLines(part, nameOf, `${indent}  `)),
    `${indent}end`,
  ];
}

function labelled(label: string): string {
  return label === '' ? '' : `|"${escaped(label)}"|`;
}

/** Mermaid writes characters as `#` and a number; everything that could end a label or begin markup is written so. */
function escaped(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9 .:,_/*$-]/gu, (character) => `#${character.codePointAt(0)};`);
}
