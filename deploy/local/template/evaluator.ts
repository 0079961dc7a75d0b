import { callOf, isJsonList } from '../../../compiler/diff/node.js';
import { noValue, parameterType } from '../../../compiler/template/cloudformation.js';
import type { Json, JsonMap } from '../../../compiler/template/template.js';
import { truth } from './conditions.js';
import { listItems } from './constraints.js';
import { withDynamic } from './dynamic.js';
import type { Environment } from './environment.js';
import { applyFunction } from './functions.js';
import { eachMention } from './mentions.js';
import type { LocalTemplate } from './model.js';
import { pseudoParameter } from './pseudo.js';
import { refusal } from './refuse.js';

/** How deep functions and values may stand in each other. */
const DEPTH = 200;
/** How many characters an evaluation may make in all: texts that double at each step end here. */
const MOST = 16 * 1024 * 1024;

/** Evaluates parts of a template, each from the inside out. One is made for each part, as it counts what it makes. */
export class Evaluator {
  private depth = 0;
  private made = 0;

  constructor(
    readonly template: LocalTemplate,
    readonly parameters: ReadonlyMap<string, string>,
    readonly environment: Environment,
    /** What is known of conditions already; filled. */
    private readonly conditions: Map<string, boolean> = new Map(),
  ) {}

  /** What a value comes to; undefined where it is left out (`AWS::NoValue`). @throws Fault */
  value(raw: Json): Json | undefined {
    if (typeof raw === 'string') return withDynamic(raw, this.environment);
    if (typeof raw !== 'object' || raw === null) return raw;
    if (++this.depth > DEPTH) throw refusal('Template error: values and functions are nested too deeply');
    try {
      const call = callOf(raw);
      if (call !== undefined) return applyFunction(this, call[0], call[1]);
      return isJsonList(raw) ? this.list(raw) : this.map(raw as JsonMap);
    } finally {
      this.depth--;
    }
  }

  private list(raw: readonly Json[]): readonly Json[] {
    return raw.flatMap((item) => {
      const value = this.value(item);
      return value === undefined ? [] : [value];
    });
  }

  private map(raw: JsonMap): JsonMap {
    const map: Record<string, Json> = Object.create(null);
    for (const [key, item] of Object.entries(raw)) {
      const value = this.value(item);
      if (value !== undefined) map[key] = value;
    }
    return map;
  }

  /** A text that a function makes. @throws Fault where that is too much. */
  text(parts: readonly string[], separator = ''): string {
    this.made += parts.reduce((sum, part) => sum + part.length + separator.length, 0);
    if (this.made > MOST) throw refusal('Template error: the evaluated template is too large');
    return parts.join(separator);
  }

  /** What `Ref` gives. @throws Fault where there is no such name. */
  reference(name: string): Json | undefined {
    if (name === noValue) return undefined;
    const declared = this.template.parameters.get(name);
    if (declared !== undefined) {
      const value = this.parameters.get(name) ?? '';
      return parameterType(declared.type)?.list === true ? listItems(value) : value;
    }
    const found = pseudoParameter(name, this.environment) ?? this.resource(name);
    if (found === undefined) throw unresolved(name);
    return found;
  }

  private resource(id: string): string | undefined {
    return this.isThere(id) ? this.environment.ref(id) : undefined;
  }

  private isThere(id: string): boolean {
    const resource = this.template.resources.get(id);
    return resource !== undefined && (resource.condition === undefined || this.condition(resource.condition));
  }

  /** What `Fn::GetAtt` gives. @throws Fault where there is no such resource or attribute. */
  attribute(id: string, name: string): Json {
    if (!this.template.resources.has(id)) {
      throw refusal(`Template error: instance of Fn::GetAtt references undefined resource ${id}`);
    }
    if (!this.isThere(id)) throw unresolved(id);
    const found = this.environment.attribute(id, name);
    if (found !== undefined) return found;
    throw refusal(`Template error: resource ${id} does not support attribute type ${name} in Fn::GetAtt`);
  }

  /** Whether a condition holds. Without recursion, as they may stand behind each other without end. @throws Fault */
  condition(name: string): boolean {
    const open = new Set<string>();
    for (const stack = [name]; stack.length > 0; ) {
      const top = stack.at(-1) as string;
      const needs = this.conditions.has(top) ? [] : this.openNeeds(top);
      if (needs.length > 0 && open.has(top)) throw circular(top, needs[0] as string);
      open.add(top);
      for (const need of needs) stack.push(need);
      if (needs.length === 0) {
        if (!this.conditions.has(top)) this.conditions.set(top, truth(this, this.written(top)));
        stack.pop();
      }
    }
    return this.conditions.get(name) === true;
  }

  private openNeeds(name: string): readonly string[] {
    const needs = new Set<string>();
    eachMention(this.written(name), (mention) => {
      if (mention.kind === 'condition' && !this.conditions.has(mention.name)) needs.add(mention.name);
    });
    return [...needs];
  }

  private written(name: string): Json {
    const written = this.template.conditions.get(name);
    if (written !== undefined) return written;
    throw refusal(
      `Template format error: Unresolved condition dependency ${name} in the Conditions block of the template`,
    );
  }
}

function unresolved(id: string) {
  return refusal(
    `Template format error: Unresolved resource dependencies [${id}] in the Resources block of the template`,
  );
}

function circular(a: string, b: string) {
  return refusal(`Template format error: Found circular condition dependency between ${a} and ${b}`);
}
