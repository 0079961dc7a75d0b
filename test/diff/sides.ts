import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { diff } from '../../compiler/diff/diff.js';
import type { Diff, Side } from '../../compiler/diff/model.js';
import { Specifications } from '../../compiler/specification/read.js';
import type { Json, JsonMap } from '../../compiler/template/template.js';

const specifications = new Specifications();

type Given = Readonly<Record<string, string>>;

/** A template as one side of a comparison. */
export function side(template: object, parameters: Given = {}): Side {
  return { template: template as JsonMap, parameters: new Map(Object.entries(parameters)), places: new Map() };
}

/** The difference of two templates. */
export function difference(before: object, after: object, from: Given = {}, to: Given = from): Diff {
  return diff(side(before, from), side(after, to), specifications);
}

/** A template of resources only. */
export function resources(map: Readonly<Record<string, object>>): JsonMap {
  return { Resources: map as JsonMap };
}

/** A template with one resource `R` of a type. */
export function only(type: string, properties: Readonly<Record<string, unknown>>, rest: object = {}): JsonMap {
  return resources({ R: { Type: type, Properties: properties as Json, ...rest } });
}

/** Each change in one line: what happens, to whom, and how much is replaced. */
export function lines({ resources: changes }: Diff): readonly string[] {
  return changes.map(({ action, id, replacement, dynamic, metadataOnly }) =>
    [
      action,
      id,
      ...(action === 'modify' ? [replacement] : []),
      dynamic ? 'dynamic' : '',
      metadataOnly ? 'metadata' : '',
    ]
      .filter((word) => word !== '')
      .join(' '),
  );
}

/** Published material; undefined where it is absent. The folder is JIML_CORPUS or beside the project. */
export function published(path: string): string | undefined {
  const folder = process.env.JIML_CORPUS ?? join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'corpus');
  const file = join(folder, path);
  return existsSync(file) ? file : undefined;
}
