import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compile } from '../../compiler/compile.js';

export const root = join(import.meta.dirname, '..', '..', '..');

/** A logical resource of a template, as JSON. */
export interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into any type's properties.
  readonly Properties: Readonly<Record<string, any>>;
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: string;
  readonly CreationPolicy?: object;
  // biome-ignore lint/suspicious/noExplicitAny: what stands in it depends on the type.
  readonly UpdatePolicy?: Readonly<Record<string, any>>;
}

export interface Compiled {
  /** `3: error: …`, line by line. */
  readonly messages: readonly string[];
  /** The template as it is printed; empty where there is none. */
  readonly text: string;
  readonly resources: Readonly<Record<string, Resource>>;
  readonly sections: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Compiles the text of a blueprint that lies beside the project's own ones, or in another folder. */
export function compiled(text: string, file = 'blueprint.yaml', folder = 'blueprints'): Compiled {
  const { diagnostics, text: json = '' } = compile([{ file, text }], {}, join(root, folder));
  const template = json === '' ? {} : JSON.parse(json);
  return {
    messages: diagnostics.map(({ span, severity, message }) => `${span.start.line}: ${severity}: ${message}`),
    text: json,
    resources: template.Resources ?? {},
    sections: template,
  };
}

/** Compiles resources written as a YAML list. */
export function resources(text: string): Compiled {
  return compiled(`resources:\n${text.replaceAll(/^/gm, '  ')}`);
}

/** Compiles a file of the project. */
export function compiledFile(file: string): Compiled {
  const folder = file.startsWith('schemas/') ? dirname(file) : 'blueprints';
  return compiled(readFileSync(join(root, file), 'utf8'), file, folder);
}

/** The ids of the logical resources of a CloudFormation type. */
export function idsOf(all: Compiled['resources'], type: string): readonly string[] {
  return Object.keys(all).filter((id) => all[id]?.Type === type);
}

/** What a resource waits for beside what it refers to, as a list. */
export function waits(resource: Resource | undefined): readonly string[] {
  return [resource?.DependsOn ?? []].flat();
}

/** The folders of types below a folder, aliases left out. */
export function typeFolders(folder: string): readonly string[] {
  return readdirSync(join(root, folder))
    .map((name) => `${folder}/${name}`)
    .filter((name) => existsSync(join(root, name, 'template.yaml')));
}

/** The blueprints directly in a folder. */
export function blueprintsIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder))
    .filter((name) => /\.(ya?ml|json)$/.test(name) && !name.endsWith('.template.json'))
    .map((name) => `${folder}/${name}`);
}
