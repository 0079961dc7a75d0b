import type { Report } from '../diagnostics/diagnostic.js';
import type { Place } from '../source/place.js';
import { attribute } from '../specification/attribute.js';
import type { Specifications } from '../specification/read.js';
import { propertyAt } from '../specification/replacement.js';
import type { ValueType } from '../specification/specification.js';
import { parameterType } from '../template/cloudformation.js';
import type { Logical } from '../template/logical.js';
import { Call, isMap, Reference, Text, type Value } from '../template/value.js';
import { readSub } from '../text/sub.js';
import { didYouMean } from '../text/suggest.js';
import type { Scene } from './scene.js';
import { nodeAt, type Site } from './site.js';
import { walkResource } from './walk.js';

/** Looks at all references of a template, and at nothing else. */
export function lintReferences(logical: Logical, specifications: Specifications, report: Report): void {
  const resources = new Map(logical.resources.map((resource) => [resource.id, resource]));
  const references = new References({ logical, resources, specifications, report });
  for (const resource of logical.resources) {
    walkResource(resource, (value, site, inText) => references.visit(value, site, inText));
  }
  references.visitOutputs();
}

interface Part {
  readonly from: number;
  readonly to: number;
}

/** Looks at references: attributes that a type does not have, and lists where one text is needed. */
export class References {
  constructor(private readonly scene: Omit<Scene, 'graph'>) {}

  visit(value: Value, site: Site, inText: boolean): void {
    if (value instanceof Call && value.name === 'Fn::Sub') this.visitSub(value, site);
    if (!(value instanceof Reference)) return;
    this.checkAttribute(value.target, value.attribute, value.place, value.part);
    const given = this.given(value);
    if (given === undefined) return;
    const wanted = inText ? 'text' : this.wanted(site);
    if (given === 'list' && wanted === 'text') this.needsText(value, inText ? 'a longer text' : `"${lastName(site)}"`);
  }

  visitOutputs(): void {
    for (const { value } of this.scene.logical.sections.outputs.values()) {
      const output = isMap(value) ? value.Value : undefined;
      const parts = output instanceof Text ? output.parts : output === undefined ? [] : [output];
      for (const part of parts) {
        if (!(part instanceof Reference)) continue;
        this.checkAttribute(part.target, part.attribute, part.place, part.part);
        if (this.given(part) === 'list') this.needsText(part, 'an output');
      }
    }
  }

  private visitSub({ args }: Call, site: Site): void {
    const [text, variables] = Array.isArray(args) ? args : [args];
    if (typeof text !== 'string') return;
    const own = variables !== undefined && isMap(variables) ? variables : {};
    const place = site.place;
    for (const chain of readSub(text)) {
      if (typeof chain === 'string' || chain.steps.length === 0 || Object.hasOwn(own, chain.name)) continue;
      const name = chain.steps.map((step) => (step.kind === 'member' ? step.key : '')).join('.');
      this.checkAttribute(chain.name, name, place, { from: chain.from, to: chain.to });
    }
  }

  private checkAttribute(target: string, name: string | undefined, place: Place, part: Part | undefined): void {
    const spec = name === undefined ? undefined : this.specificationOf(target);
    if (name === undefined || spec === undefined || attribute(spec, name) !== undefined) return;
    // What a transform makes of it has attributes that the data does not list.
    if (spec.transform !== undefined) return;
    const hint = didYouMean(name, spec.attributes);
    const owner = `${spec.name} "${target}"`;
    this.scene.report('unlisted-attribute', place, { name, owner }, { ...wordIn(place, name, part), hint });
  }

  /** What a reference gives, where that is certain. */
  private given({ target, attribute: name }: Reference): 'list' | 'text' | undefined {
    const { logical, resources } = this.scene;
    const parameter = logical.sections.parameters.get(target)?.value;
    if (parameter !== undefined && isMap(parameter) && !resources.has(target)) {
      const type = typeof parameter.Type === 'string' ? parameterType(parameter.Type) : undefined;
      return type === undefined ? undefined : type.list ? 'list' : 'text';
    }
    const spec = this.specificationOf(target);
    return name === undefined || spec === undefined ? undefined : kindOf(attribute(spec, name));
  }

  private wanted(site: Site): 'list' | 'text' | undefined {
    const path = site.path;
    const spec = this.scene.specifications.typeSpecification(site.resource.type);
    return path?.[0] !== 'Properties' || spec === undefined ? undefined : kindOf(propertyAt(spec, path.slice(1))?.type);
  }

  private specificationOf(id: string) {
    const resource = this.scene.resources.get(id);
    return resource && this.scene.specifications.typeSpecification(resource.type);
  }

  private needsText({ target, attribute: name, place, part }: Reference, where: string): void {
    const written = name === undefined ? target : `${target}.${name}`;
    const hint = 'Choose one with Fn::Select, or make one text of it with Fn::Join.';
    this.scene.report('list-for-text', place, { written, where }, { ...(part && { part }), hint });
  }
}

function kindOf(type: ValueType | undefined): 'list' | 'text' | undefined {
  if (type?.kind === 'list') return 'list';
  return type !== undefined && ['string', 'integer', 'number', 'boolean'].includes(type.kind) ? 'text' : undefined;
}

/** The attribute's own word in the text that names it. */
function wordIn(place: Place, name: string, part: Part | undefined): { part?: Part } {
  const node = nodeAt(place);
  if (node?.kind !== 'scalar') return part === undefined ? {} : { part };
  const from = node.text.lastIndexOf(name, part === undefined ? node.text.length : part.to - name.length);
  return from < 0 ? {} : { part: { from, to: from + name.length } };
}

function lastName(site: Site): string {
  return site.names.at(-1) ?? '';
}
