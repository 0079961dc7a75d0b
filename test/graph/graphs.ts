import { type Document, Place } from '../../compiler/source/place.js';
import type { WrittenEdge, WrittenGraph, WrittenNode } from '../../compiler/template/logical.js';

/** A document in which entry n of `resources` stands at line n + 1. */
const document: Document = {
  file: 'shop.yaml',
  text: '',
  root: undefined,
  span: ([, index]) => {
    const line = Number(index ?? 0) + 1;
    const position = { offset: 0, line, column: 1 };
    return { start: position, end: position };
  },
};

export function placeOf(line: number): Place {
  return Place.root(document)
    .at('resources')
    .at(line - 1);
}

/**
 * A graph from lines: `ID type`, `ID type in PARENT` or `FROM > TO label`. The n-th line is at line n of shop.yaml.
 */
export function drawn(text: string): WrittenGraph {
  const nodes: WrittenNode[] = [];
  const edges: WrittenEdge[] = [];
  for (const [index, line] of text.trim().split('\n').entries()) {
    const [first = '', second = '', third = '', fourth = ''] = line.trim().split(/ +/);
    const place = placeOf(index + 1);
    if (second === '>') edges.push({ from: first, to: third, label: fourth, place });
    else nodes.push({ id: first, type: second, ...(third === 'in' ? { parent: fourth } : {}), place });
  }
  return { nodes, edges };
}

/** The book's listing 4.1. */
export const shop = drawn(`
  LB loadbalancer
  LBServer1 server in LB
  LBServer2 server in LB
  CDN cdn
  DB database
  DnsWwwMydomainCom dns
  BUCKET bucket
  LBServer1 > DB waitFor
  LBServer2 > DB waitFor
  LB > LBServer1 servers
  LB > LBServer2 servers
  CDN > LB defaultSource
  CDN > BUCKET sources.0.source
  DnsWwwMydomainCom > CDN to
`);

/** A network, and the server in it that the network routes through. */
export const knot = drawn(`
  VPC network
  NatServer server
  Public subnet in VPC
  Private subnet in VPC
  App server
  Mail firewall
  VPC > Public subnets.public
  VPC > Private subnets.private
  Private > NatServer routes.0.through
  NatServer > Public subnet
  NatServer > VPC network
  App > Private subnet
  App > Mail firewalls.0
  Mail > Mail rules.0.from
`);
