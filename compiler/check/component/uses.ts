import { jsonNode } from '../../source/json.js';
import { Place } from '../../source/place.js';
import { type Chain, type Expression, type NameExpression, spell } from '../../text/expression.js';
import { read } from '../../text/read.js';
import { dotted } from '../../text/sub.js';
import type { Part, Type } from '../../types/type.js';
import { subschemas } from './subschemas.js';

/** A name as it is used somewhere in a type's files. */
export interface Use {
  readonly chain: Chain;
  /** The text that the chain's offsets are in. */
  readonly place: Place;
  readonly form: NameExpression['form'];
  /** The names of the repetitions around it. */
  readonly rounds: ReadonlySet<string>;
}

/** A repetition that has a name. */
export interface Round {
  readonly as: string;
  /** Where the name is written, if it is. */
  readonly place: Place;
}

/** All names that a type's template and the defaults of its config use, and the repetitions in them. */
export class Uses {
  readonly names: Use[] = [];
  readonly rounds: Round[] = [];

  constructor(type: Type) {
    const none: ReadonlySet<string> = new Set();
    const { values, attributes, adds, checks, parts } = type.template;
    for (const value of defaults(type)) this.walk(value, none);
    for (const value of [...values.values(), ...attributes.values(), adds, checks]) this.walk(value, none);
    for (const part of parts.values()) this.part(part, none);
  }

  private part({ when, forEach, as, key, config, settings, place }: Part, none: ReadonlySet<string>): void {
    this.walk(when, none);
    this.walk(forEach, none);
    const rounds = forEach === undefined ? none : this.round(as, place.at('as'), none);
    this.walk(key, rounds);
    for (const layer of config()) {
      this.walk(layer, rounds);
      for (const { key: name, value } of layer.kind === 'map' ? layer.entries : []) this.waits(name, value, rounds);
    }
    for (const [name, value] of settings) {
      this.walk(value, rounds);
      this.waits(name, value, rounds);
    }
  }

  /** What is waited for is a name, with or without its dollar. */
  private waits(key: string, value: Expression, rounds: ReadonlySet<string>): void {
    if (key !== 'waitFor' && key !== 'dependsOn') return;
    for (const item of value.kind === 'list' ? value.items : [value]) {
      if (item.kind !== 'literal') continue;
      this.names.push({ chain: dotted(String(item.value)), place: item.place, form: 'ref', rounds });
    }
  }

  private round(as: string, place: Place, outer: ReadonlySet<string>): ReadonlySet<string> {
    this.rounds.push({ as, place });
    return new Set([...outer, as]);
  }

  private walk(expression: Expression | undefined, rounds: ReadonlySet<string>): void {
    switch (expression?.kind) {
      case 'name':
        this.use(expression.chain, expression.place, expression.form, rounds);
        break;
      case 'text':
        for (const part of expression.parts) {
          if (typeof part === 'string') continue;
          if ('kind' in part) this.walk(part, rounds);
          else this.use(part, expression.place, 'name', rounds);
        }
        break;
      case 'list':
        for (const item of expression.items) this.walk(item, rounds);
        break;
      case 'map':
        for (const { value } of expression.entries) this.walk(value, rounds);
        break;
      case 'call':
        this.walk(expression.args, rounds);
        this.substituted(expression, rounds);
        break;
      case 'when':
        this.walk(expression.test, rounds);
        this.walk(expression.body, rounds);
        break;
      case 'each':
        this.each(expression, rounds);
        break;
    }
  }

  private each({ over, as, key, body, place }: Expression & { readonly kind: 'each' }, rounds: ReadonlySet<string>) {
    this.walk(over, rounds);
    const inner = this.round(as, place.at('as'), rounds);
    if (key !== undefined) this.walk(key, inner);
    this.walk(body, inner);
  }

  /** The names inside the text of a `Fn::Sub`, but for its own variables. */
  private substituted(
    { names = [], args, place }: Expression & { readonly kind: 'call' },
    rounds: ReadonlySet<string>,
  ) {
    const own = args.kind === 'list' ? args.items[1] : undefined;
    const variables = new Set(own?.kind === 'map' ? own.entries.map(({ key }) => key) : []);
    const at = args.kind === 'list' ? place.at(0) : place;
    for (const name of names) {
      if (typeof name !== 'string' && !variables.has(spell(name))) this.use(name, at, 'attribute', rounds);
    }
  }

  private use(chain: Chain, place: Place, form: Use['form'], rounds: ReadonlySet<string>): void {
    this.names.push({ chain, place, form, rounds });
    for (const step of chain.steps) if (step.kind === 'computed') this.use(step.chain, place, 'name', rounds);
  }
}

/** The defaults that a schema.json says anywhere, read as expressions. What is wrong in them is reported when they are. */
function* defaults({ schema, schemaDocument }: Type): Iterable<Expression> {
  const silent = { report: () => {}, template: true, include: () => undefined };
  for (const { schema: inner, place } of subschemas(schema, Place.root(schemaDocument))) {
    if (inner.default !== undefined) yield read(jsonNode(inner.default), place.at('default'), undefined, silent);
  }
}
