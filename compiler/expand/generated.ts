import type { Place } from '../source/place.js';
import type { Placed } from '../template/logical.js';
import { Call, mapOf, Reference, type Value } from '../template/value.js';
import { digest, identity } from './identity.js';
import { pascal } from './ids.js';
import { LazyMap, type World } from './model.js';

/** What the first and second level of a mapping can be called (CloudFormation User Guide, "Mappings"). */
const MAPPING_KEY = /^[A-Za-z0-9.-]+$/;
const SECOND_KEY = /^[A-Za-z0-9]+$/;
const LONGEST = 80;

/** The conditions and mappings that decisions become which CloudFormation has to make. Named after what they say. */
export class Generated {
  readonly conditions = new Map<string, Placed>();
  readonly mappings = new Map<string, Placed>();

  constructor(
    private readonly conditionNames: ReadonlySet<string>,
    private readonly mappingNames: ReadonlySet<string>,
    private readonly place: Place,
  ) {}

  /** The name of a condition that is true when the value is. */
  condition(value: Value): string {
    if (value instanceof Call && value.name === 'Condition' && typeof value.args === 'string') return value.args;
    return enter(this.conditions, this.conditionNames, describe(value), value, this.place);
  }

  /** The name of the condition that a reference is a text. */
  equals(reference: Reference, text: string): string {
    return this.condition(new Call('Fn::Equals', [reference, text], this.place));
  }

  /** The name of a mapping with a table's content; undefined where a mapping cannot hold it. */
  mapping(name: string, table: LazyMap, world: World, place: Place): string | undefined {
    const content = contentOf(table, world, place);
    return content === undefined ? undefined : enter(this.mappings, this.mappingNames, name, content, this.place);
  }
}

/** Enters content under a name; the same content is entered once, other content gets another name. */
function enter(
  entries: Map<string, Placed>,
  taken: ReadonlySet<string>,
  name: string,
  value: Value,
  place: Place,
): string {
  const content = identity(value);
  const short = name.length > LONGEST ? name.slice(0, LONGEST) + digest(content) : name;
  const present = entries.get(short);
  if (present !== undefined && identity(present.value) === content) return short;
  const own = present !== undefined || taken.has(short) ? short + digest(content) : short;
  entries.set(own, { value, place });
  return own;
}

/** A name that says what a condition is: `PublicIsTrue`, `NotOsIsUbuntu`. */
function describe(value: Value): string {
  if (value instanceof Call) {
    const args = Array.isArray(value.args) ? (value.args as readonly Value[]) : [value.args];
    if (value.name === 'Condition' && typeof value.args === 'string') return value.args;
    if (value.name === 'Fn::Not') return `Not${describe(args[0] ?? '')}`;
    if (value.name === 'Fn::And') return args.map(describe).join('And');
    if (value.name === 'Fn::Or') return args.map(describe).join('Or');
    const [left, right] = args;
    if (value.name === 'Fn::Equals' && left instanceof Reference && typeof right === 'string') {
      return `${words(left.target)}Is${right === '' ? 'Empty' : words(right)}`;
    }
  }
  return `Condition${digest(identity(value))}`;
}

function words(text: string): string {
  const name = pascal(text);
  return name === '' ? digest(text) : name;
}

/** A table of two levels of literals; a table of texts gets a second level `value`. */
function contentOf(table: LazyMap, world: World, place: Place): Value | undefined {
  const rows = new Map<string, Value>();
  for (const [key, cell] of table.cells) {
    const head = cell.get();
    const value = world.settle(head, place);
    if (value === undefined) continue;
    const row = head instanceof LazyMap ? value : mapOf([['value', value]]);
    if (!MAPPING_KEY.test(key) || !isRow(row)) return undefined;
    rows.set(key, row);
  }
  return mapOf(rows);
}

function isRow(row: Value): boolean {
  return Object.entries(row as object).every(([key, value]) => SECOND_KEY.test(key) && isLiteral(value));
}

function isLiteral(value: Value): boolean {
  if (Array.isArray(value)) return value.every(isLiteral);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
