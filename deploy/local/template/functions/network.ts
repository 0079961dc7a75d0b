import { isJsonList } from '../../../../compiler/diff/node.js';
import { carve } from '../../../../compiler/expand/cidr.js';
import type { Json } from '../../../../compiler/template/template.js';
import { asText } from '../asText.js';
import type { Evaluator } from '../evaluator.js';
import { refusal } from '../refuse.js';
import { carve6 } from './cidr6.js';
import data from './zones.json' with { type: 'json' };

const CIDR =
  'Template error: every Fn::Cidr object requires two or three parameters, (1) an IP address block, (2) a number of CIDRs from 1 to 256 and (3) the number of subnet bits';

/** @throws Fault */
export function cidr(scope: Evaluator, arg: Json): Json {
  const [block, count, bits, ...more] = isJsonList(arg) ? arg : [];
  const values = [block, count, bits].map((part) => (part === undefined ? undefined : scope.value(part)));
  const range = isJsonList(values[0]) ? values[0][0] : values[0];
  if (typeof range !== 'string' || values[1] === undefined || more.length > 0) throw refusal(CIDR);
  const six = range.includes(':');
  // Without bits, those of a usual subnet: 8 of an IPv4 address, 64 of an IPv6 address (Fn::Cidr, cidrBits).
  const kept = Number(asText(values[2] ?? (six ? 64 : 8)));
  const found = six ? carve6(range, Number(asText(values[1])), kept) : carve(range, Number(asText(values[1])), kept);
  if (found === undefined)
    throw refusal(`Template error: Fn::Cidr cannot cut ${asText(values[1])} blocks out of ${range}`);
  return found;
}

/** The availability zones of a region; an empty text stands for the stack's own. @throws Fault */
export function zones(scope: Evaluator, arg: Json): Json {
  const asked = arg === null ? '' : scope.value(arg);
  if (typeof asked !== 'string')
    throw refusal('Template error: every Fn::GetAZs object must have a String-typed value.');
  return zonesOf(asked === '' ? scope.environment.region : asked);
}

const letters: ReadonlyMap<string, string> = new Map(Object.entries(data.letters));

/** The zones that a region has for this account, in their order. */
function zonesOf(region: string): readonly string[] {
  return [...(letters.get(region) ?? data.otherwise)].map((letter) => `${region}${letter}`);
}
