import type { Json, JsonMap } from '../template/template.js';
import { type ConditionForm, readCondition } from './conditions.js';
import type { Form, Forms } from './form.js';
import { applyFunction } from './functions.js';
import { Names } from './names.js';
import { callOf, type EvaluatedNode, isJsonList, isJsonMap, member } from './node.js';

/** How many conditions may stand behind each other before one is taken as not known. */
const DEPTH = 200;

/** Evaluates what a template says under the values of its parameters, as far as they are known. */
export class Evaluator {
  readonly names: Names;
  private readonly conditions = new Map<string, ConditionForm>();
  /** Functions ask for what they are given more than once, and stand within each other. */
  private readonly nodes = new Map<object, EvaluatedNode | undefined>();
  private readonly remembered = new Map<string, Form | undefined>();
  private depth = 0;

  constructor(
    readonly forms: Forms,
    readonly template: JsonMap,
    given: ReadonlyMap<string, string>,
    /** Leaves parameters that must not be seen as references. */
    hiding = false,
  ) {
    this.names = new Names(forms, template, given, hiding);
  }

  /** What a value comes to; undefined where it is left out (`AWS::NoValue`). */
  node(raw: Json): EvaluatedNode | undefined {
    if (typeof raw !== 'object' || raw === null) return { raw, form: this.forms.text([String(raw)]) };
    const known = this.nodes.get(raw);
    if (known !== undefined || this.nodes.has(raw)) return known;
    const found = this.evaluate(raw);
    this.nodes.set(raw, found);
    return found;
  }

  private evaluate(raw: JsonMap | readonly Json[]): EvaluatedNode | undefined {
    if (!isJsonMap(raw)) return this.listNode(raw);
    const call = callOf(raw);
    if (call === undefined) return this.mapNode(raw);
    const [name, arg] = call;
    return name === 'Fn::If' ? this.choice(raw, arg) : this.leaf(raw, applyFunction(this, name, arg));
  }

  /** The canonical form of a value. */
  form(raw: Json | undefined): Form | undefined {
    return raw === undefined ? undefined : this.node(raw)?.form;
  }

  /** The canonical form of what is asked for again and again, by a name for it. */
  remember(name: string, find: () => Json | undefined): Form | undefined {
    if (!this.remembered.has(name)) this.remembered.set(name, this.form(find()));
    return this.remembered.get(name);
  }

  /** What is known of a condition: whether it holds, or its canonical form. */
  condition(name: string): ConditionForm {
    const known = this.conditions.get(name);
    if (known !== undefined) return known;
    const unknown = this.forms.call('Condition', [this.forms.text([name])]);
    const written = member(member(this.template, 'Conditions'), name);
    if (written === undefined || this.depth >= DEPTH) return unknown;
    this.conditions.set(name, unknown);
    this.depth++;
    const found = readCondition(this, written);
    this.depth--;
    this.conditions.set(name, found);
    return found;
  }

  private leaf(raw: Json, form: Form | undefined): EvaluatedNode | undefined {
    return form && { raw, form };
  }

  private choice(raw: Json, arg: Json): EvaluatedNode | undefined {
    const [name, yes, no] = isJsonList(arg) ? arg : [];
    if (typeof name !== 'string' || yes === undefined || no === undefined) return this.leaf(raw, undefined);
    const condition = this.condition(name);
    if (typeof condition === 'boolean') return this.node(condition ? yes : no);
    const [first, second] = [this.node(yes), this.node(no)];
    if (first?.form === second?.form) return first;
    const nothing = this.forms.call('Nothing', []);
    return { raw, form: this.forms.call('If', [condition, first?.form ?? nothing, second?.form ?? nothing]) };
  }

  private listNode(raw: readonly Json[]): EvaluatedNode {
    const items: EvaluatedNode[] = [];
    const positions: number[] = [];
    for (const [at, item] of raw.entries()) {
      const node = this.node(item);
      if (node === undefined) continue;
      items.push(node);
      positions.push(at);
    }
    return { raw, items, positions, form: this.forms.list(items.map(({ form }) => form)) };
  }

  private mapNode(raw: JsonMap): EvaluatedNode {
    const entries = new Map<string, EvaluatedNode>();
    for (const [key, value] of Object.entries(raw)) {
      const node = this.node(value);
      if (node !== undefined) entries.set(key, node);
    }
    const forms = [...entries].map(([key, { form }]) => [key, form] as const);
    return { raw, entries, form: this.forms.map(forms) };
  }
}
