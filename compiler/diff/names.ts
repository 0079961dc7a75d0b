import { noValue, parameterType } from '../template/cloudformation.js';
import type { Json, JsonMap } from '../template/template.js';
import { ATTRIBUTE, type Form, type Forms, PARAMETER, RESOURCE } from './form.js';
import { isJsonMap, member } from './node.js';

/** What the names in a template stand for. */
export class Names {
  private readonly resources: JsonMap;
  private readonly parameters: JsonMap;

  constructor(
    private readonly forms: Forms,
    template: JsonMap,
    private readonly given: ReadonlyMap<string, string>,
    private readonly hiding: boolean,
  ) {
    this.resources = mapOr(member(template, 'Resources'));
    this.parameters = mapOr(member(template, 'Parameters'));
  }

  /** What `Ref` gives; undefined for what is not to be set. */
  reference(name: string): Form | undefined {
    if (name === noValue) return undefined;
    if (Object.hasOwn(this.parameters, name)) return this.parameter(name, this.parameters[name] as Json);
    if (Object.hasOwn(this.resources, name)) return this.forms.call(RESOURCE, [this.forms.text([name])]);
    const given = this.given.get(name);
    return given === undefined ? this.unknown(name) : this.forms.text([given]);
  }

  /** What `Fn::GetAtt` gives. */
  attribute(id: string, name: Form): Form {
    return this.forms.call(ATTRIBUTE, [this.forms.text([id]), name]);
  }

  /** Whether the value of a parameter must not be seen. */
  isSecret(name: string): boolean {
    return String(member(this.parameters[name], 'NoEcho')) === 'true';
  }

  private parameter(name: string, declared: Json): Form {
    if (this.hiding && this.isSecret(name)) return this.unknown(name);
    const value = this.given.get(name) ?? member(declared, 'Default');
    if (value === undefined || value === null || typeof value === 'object') return this.unknown(name);
    const typeName = String(member(declared, 'Type') ?? '');
    const type = parameterType(typeName);
    const text = this.forms.text([String(value)]);
    // Compared by its value, shown by its name.
    if (this.isSecret(name)) return this.forms.call(PARAMETER, [this.forms.text([name]), text]);
    // What is given is the name of something that is looked up.
    if (type?.kind === 'key' && typeName.includes('<')) {
      return this.forms.call('Lookup', [this.forms.text([typeName]), text]);
    }
    if (type?.list !== true) return text;
    return this.forms.list(
      String(value) === ''
        ? []
        : String(value)
            .split(',')
            .map((item) => this.forms.text([item.trim()])),
    );
  }

  private unknown(name: string): Form {
    return this.forms.call(PARAMETER, [this.forms.text([name])]);
  }
}

function mapOr(json: Json | undefined): JsonMap {
  return isJsonMap(json) ? json : {};
}
