import type { Json, JsonMap } from '../../template/template.js';
import type { Expression } from '../../text/expression.js';
import type { Part } from '../../types/type.js';
import type { Claim } from './claim.js';
import { adopt, type Hint, hintAt, itemsOf, noHint, suggest } from './hint.js';
import { isList, isMap, own } from './json.js';
import { items, type Scope, type Source, trace, traceText, walking } from './trace.js';

/** Longer lists are compared only so far. */
const LONGEST = 40;

/** Deeper than a template of a type means anything. */
const DEEPEST = 60;

/** What the resources that a claim is about say about the config that they could come from. */
export function invert(claim: Claim, template: JsonMap): Hint {
  const hint = noHint();
  const scope: Scope = { type: claim.type, each: new Map() };
  const inversion = new Inversion(hint, own(template, 'Conditions'));
  for (const part of claim.type.template.parts.values()) {
    const found = claim.parts.get(part.name) ?? [];
    if (part.forEach !== undefined) inversion.expression(part.forEach, found.length, scope);
    for (const [index, one] of found.slice(0, LONGEST).entries()) {
      const inner = part.forEach === undefined ? scope : walking(scope, part.as, part.forEach, index);
      if (typeof one === 'string') inversion.part(part, resource(template, one), inner);
      else for (const layer of part.config()) inversion.hint(layer, nested(one, template), inner);
    }
  }
  return hint;
}

/** A nested resource says itself what its main part waits for. */
function nested(claim: Claim, template: JsonMap): Hint {
  const hint = invert(claim, template);
  for (const id of waits(resource(template, claim.id))) suggest(hintAt(hint, ['waitFor']), { Ref: id });
  return hint;
}

export function resource(template: JsonMap, id: string): JsonMap {
  const resources = own(template, 'Resources');
  const found = isMap(resources) ? own(resources, id) : undefined;
  return isMap(found) ? found : {};
}

/** What a resource waits for. */
export function waits(of: JsonMap): readonly string[] {
  const ids = own(of, 'DependsOn') ?? [];
  return (isList(ids) ? ids : [ids]).map(String);
}

/** What a function of that name is given, where the value is one. */
function argumentsOf(name: string, value: Json): Json | undefined {
  const [entry, second] = isMap(value) ? Object.entries(value) : [];
  return entry !== undefined && second === undefined && entry[0] === name ? entry[1] : undefined;
}

class Inversion {
  private depth = 0;

  constructor(
    private readonly found: Hint,
    private readonly conditions: Json | undefined,
  ) {}

  part(part: Part, of: JsonMap, scope: Scope): void {
    for (const layer of part.config()) this.expression(layer, own(of, 'Properties') ?? {}, scope);
    for (const [name, setting] of part.settings) {
      if (name === 'waitFor')
        this.expression(
          setting,
          waits(of).map((id) => ({ Ref: id })),
          scope,
        );
      else if (name === 'condition') this.expression(setting, this.tested(own(of, 'Condition')), scope);
      else this.expression(setting, own(of, name.charAt(0).toUpperCase() + name.slice(1)), scope);
    }
  }

  /** What an expression and what it has become say about what its names stand for. */
  expression(expression: Expression, value: Json | undefined, scope: Scope): void {
    if (value === undefined || this.depth > DEEPEST) return;
    this.depth++;
    this.inside(expression, value, scope);
    this.depth--;
  }

  private inside(expression: Expression, value: Json, scope: Scope): void {
    switch (expression.kind) {
      case 'name':
        this.sources(trace(expression.chain, value, scope), scope);
        this.named(expression, value, scope);
        return;
      case 'text':
        this.sources(traceText(expression.parts, value, scope), scope);
        return;
      case 'list':
        this.list(expression.items, value, scope);
        return;
      case 'map':
        if (!isMap(value)) return;
        for (const { key, value: inner } of expression.entries) this.expression(inner, own(value, key), scope);
        return;
      case 'each':
        this.expression(expression.body, value, walking(scope, expression.as, expression.over, 0));
        return;
      case 'when':
        this.choice([expression.test, expression.body], value, argumentsOf('Fn::If', value), scope);
        return;
      case 'call':
        this.call(expression.name, expression.args, value, scope);
        return;
      default:
        return;
    }
  }

  /** A key may have its value from its default, and so from other keys. */
  private sources(sources: readonly Source[], { type }: Scope): void {
    for (const { path, value, key } of sources) {
      const hint = hintAt(this.found, path);
      if (key) hint.key = true;
      suggest(hint, value);
      const [name = '', more] = path;
      const given = more === undefined ? type.keys.get(name)?.default : undefined;
      if (given !== undefined) this.expression(given, value, { type, each: new Map() });
    }
  }

  /** A value of the type's own is looked into. */
  private named(expression: Expression & { kind: 'name' }, value: Json, scope: Scope): void {
    const { name, steps } = expression.chain;
    if (scope.each.has(name) || steps.length > 0) return;
    const inner = scope.type.template.values.get(name);
    if (inner !== undefined && inner.kind !== 'name') this.expression(inner, value, scope);
  }

  private list(parts: readonly Expression[], value: Json, scope: Scope): void {
    const values = isList(value) ? value.slice(0, LONGEST) : [value];
    for (const part of parts) {
      if (part.kind === 'each') {
        const from = Math.max(0, parts.length - 1);
        const rest = values.length > from ? values.slice(Math.min(parts.indexOf(part), from)) : values;
        for (const [index, item] of rest.entries()) {
          this.expression(part.body, item, walking(scope, part.as, part.over, index));
        }
      } else {
        if (part.kind === 'name' && isList(value)) this.expression(part, value, scope);
        for (const item of values) this.expression(part, item, scope);
      }
    }
  }

  private call(name: string, args: Expression, value: Json, scope: Scope): void {
    const same = argumentsOf(name, value);
    if (name === 'Fn::If') {
      this.choice(items(args), value, same, scope);
    } else if (same !== undefined) {
      if (args.kind !== 'list' || !isList(same)) this.expression(args, same, scope);
      else for (const [index, arg] of args.items.entries()) this.expression(arg, same[index], scope);
    } else if (name === 'Fn::Select') {
      const [, from] = items(args);
      if (from !== undefined) for (const item of items(from)) this.expression(item, value, scope);
    }
  }

  private choice([test, ...branches]: readonly Expression[], value: Json, same: Json | undefined, scope: Scope): void {
    for (const branch of branches) this.expression(branch, value, scope);
    if (!isList(same) || test === undefined) return;
    for (const [index, branch] of branches.entries()) this.expression(branch, same[index + 1], scope);
    this.expression(test, this.tested(same[0]), scope);
  }

  /** What a condition, by its name, looks at. */
  private tested(name: Json | undefined): Json | undefined {
    const condition = isMap(this.conditions) ? own(this.conditions, String(name)) : undefined;
    const equals = isMap(condition) ? own(condition, 'Fn::Equals') : undefined;
    return isList(equals) ? equals[0] : undefined;
  }

  /** The same for what a nested resource seems to be given. */
  hint(expression: Expression, hint: Hint | undefined, scope: Scope): void {
    if (hint === undefined) return;
    for (const value of hint.values) this.expression(expression, value, scope);
    switch (expression.kind) {
      case 'name':
        for (const { path } of trace(expression.chain, null, scope)) adopt(hintAt(this.found, path), hint);
        return;
      case 'map':
        for (const { key, value } of expression.entries) this.hint(value, hint.inside.get(key), scope);
        return;
      case 'when':
        this.hint(expression.body, hint, scope);
        return;
      case 'call':
        if (expression.name === 'Fn::If')
          for (const item of items(expression.args).slice(1)) this.hint(item, hint, scope);
        return;
      case 'list':
        for (const part of expression.items) {
          if (part.kind !== 'each') this.hint(part, hint, scope);
          else {
            for (const [index, item] of itemsOf(hint).entries()) {
              this.hint(part.body, item, walking(scope, part.as, part.over, index));
            }
          }
        }
        return;
      default:
        return;
    }
  }
}
