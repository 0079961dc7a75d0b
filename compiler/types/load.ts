import type { Report } from '../diagnostics/diagnostic.js';
import type { Asset } from '../source/assets.js';
import { TextDocument } from '../source/document.js';
import { jsonDocument, jsonNode, knownDocument } from '../source/json.js';
import type { Node } from '../source/node.js';
import { parse } from '../source/parse.js';
import { type Document, Place } from '../source/place.js';
import { read } from '../text/read.js';
import type { Include, Reading } from '../text/reading.js';
import { conformerOf, defaultOf } from './conformer.js';
import type { Schema } from './schema.js';
import { isSchema, shapeOf } from './schema-shape.js';
import { readTemplate } from './template.js';
import type { ConfigKey, Type } from './type.js';

const NO_ORIGINS = { entries: new Map(), items: new Map(), contents: new Map() };

/** The texts of a type's folder; undefined where a file is missing. */
export interface TypeFolder {
  readonly name: string;
  readonly builtIn: boolean;
  readonly schema: { readonly file: string; readonly text: string } | undefined;
  /** `root`: what the text says, where that is known already. */
  readonly template: { readonly file: string; readonly text: string; readonly root?: Node | undefined } | undefined;
}

/** Where types are found. */
export interface TypeSource {
  find(name: string): TypeFolder | undefined;
  /** All names that there are, for suggestions; sorted. */
  names(): readonly string[];
}

/** Looks at a component's own files before they are used, and reports what is wrong with them. */
export interface Inspector {
  /** Whether anything can be made of a schema.json: what could not be read by it has to be refused first. */
  schema(schema: Schema, document: Document, types: Types): boolean;
  type(type: Type, types: Types): void;
}

/** More other names for one type than anybody gives; they are followed one by one. */
const MOST_ALIASES = 20;

/** The types that a blueprint uses, each read once, when it is first asked for. */
export class Types {
  private readonly loaded = new Map<string, Type | undefined>();
  /** The other names that are being followed. */
  private readonly aliases = new Set<string>();

  constructor(
    private readonly source: TypeSource,
    private readonly report: Report,
    private readonly include: Include,
    private readonly inspector: Inspector,
  ) {}

  names(): readonly string[] {
    return this.source.names();
  }

  /** The type of that name, or undefined where there is none or it cannot be read (which is reported). */
  get(name: string): Type | undefined {
    if (!this.loaded.has(name)) {
      this.loaded.set(name, undefined);
      const folder = this.source.find(name);
      const type = folder && this.load(folder);
      this.loaded.set(name, type);
      if (type?.builtIn === false && type.name === name) this.inspector.type(type, this);
    }
    return this.loaded.get(name);
  }

  /** What the types that were read have packed. */
  get packed(): readonly Asset[] {
    return this.include.packed?.() ?? [];
  }

  /** Whether there is a folder of that name, readable or not. */
  has(name: string): boolean {
    return this.source.find(name) !== undefined;
  }

  private load(folder: TypeFolder): Type | undefined {
    const read = folder.schema && readSchema(folder.schema, this.report);
    if (folder.schema === undefined || read === undefined) {
      if (folder.schema === undefined) this.reportMissing(folder, 'schema.json');
      return undefined;
    }
    const { schema, document } = read;
    if (!folder.builtIn && !this.inspector.schema(schema, document, this)) return undefined;
    if (typeof schema.aliasOf === 'string') return this.aliased(folder.name, schema.aliasOf, document);
    if (folder.template === undefined) {
      this.reportMissing(folder, 'template.yaml');
      return undefined;
    }
    const { file, text, root } = folder.template;
    const template = root === undefined ? parse(file, text, this.report) : knownDocument(file, text, root);
    return {
      name: folder.name,
      builtIn: folder.builtIn,
      schema,
      schemaDocument: document,
      shape: shapeOf(schema, (name) => this.get(name)?.schema),
      keys: configKeys(schema, Place.root(document), { report: this.report, template: true, include: this.include }),
      identifiedBy: textOf(schema.identifiedBy),
      template: readTemplate(template, this.report, this.include, (name) => this.get(name)?.shape),
    };
  }

  /** The type that another name stands for. Two names that stand for each other stand for nothing. */
  private aliased(name: string, target: string, document: Document): Type | undefined {
    this.aliases.add(name);
    const round = this.aliases.has(target) || this.aliases.size > MOST_ALIASES;
    if (round) this.report('component-in-itself', Place.root(document).at('aliasOf'), { type: name });
    const type = round ? undefined : this.get(target);
    this.aliases.delete(name);
    return type;
  }

  private reportMissing(folder: TypeFolder, file: string): void {
    const present = folder.schema ?? folder.template;
    const place = Place.root(jsonDocument(present?.file ?? `${folder.name}/${file}`, present?.text ?? ''));
    const hint = `Write ${file} next to it.`;
    this.report('incomplete-component', place, { name: folder.name, file }, { hint });
  }
}

function readSchema(
  { file, text }: { readonly file: string; readonly text: string },
  report: Report,
): { readonly schema: Schema; readonly document: Document } | undefined {
  const document = jsonDocument(file, text);
  const schema = parseJson(text);
  if (isSchema(schema)) return { schema, document };
  // A problem that YAML sees as well is reported by it.
  const before = parse(file, text, report);
  const { problem, place } = jsonProblem(text, before);
  report('schema-not-json', place, {}, { hint: problem });
  return undefined;
}

/** The first thing that is not JSON, as far as the engine says where it is. */
function jsonProblem(
  text: string,
  document: Document,
): { readonly problem: string | undefined; readonly place: Place } {
  const message = thrown(text);
  const at = Number(/position (\d+)/.exec(message ?? '')?.[1] ?? 0);
  const lines = new TextDocument(document.file, text, undefined, NO_ORIGINS);
  const span = lines.between(at, Math.min(at + 1, text.length));
  const place = Place.root({ file: document.file, text, root: undefined, span: () => span });
  return { problem: message && `${message.replace(/ \(line.*| in JSON at position.*| at position.*/, '')}.`, place };
}

function thrown(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : undefined;
  }
}

/** Undefined where the text is no JSON: the caller says so, with the place that the YAML parser finds. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function configKeys(schema: Schema, place: Place, reading: Reading): ReadonlyMap<string, ConfigKey> {
  const properties = isSchema(schema.properties) ? schema.properties : {};
  const keys = Object.entries(properties).filter((entry): entry is [string, Schema] => isSchema(entry[1]));
  return new Map(
    keys.map(([name, property]) => {
      const at = place.at('properties').at(name).at('default');
      const value = defaultOf(property, schema);
      return [
        name,
        {
          name,
          schema: property,
          default: value === undefined ? undefined : read(jsonNode(value), at, undefined, reading),
          conformer: conformerOf(property, schema, place.at('properties').at(name), reading),
          collected: property.collected === true,
          resource: textOf(property.resource),
          aliasOf: textOf(property.aliasOf),
        },
      ];
    }),
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
