import type { ValidateFunction } from 'ajv';
import type { Report } from '../../diagnostics/diagnostic.js';
import type { Document } from '../../source/place.js';
import type { Specifications } from '../../specification/read.js';
import type { Inspector, Types } from '../../types/load.js';
import type { Schema } from '../../types/schema.js';
import type { Type } from '../../types/type.js';
import { checkChecks } from './checks.js';
import { checkClashes } from './clashes.js';
import { checkContainment } from './containment.js';
import { checkTemplateForm } from './form.js';
import { metaschema } from './metaschema.js';
import { definitions, type Named } from './names.js';
import { checkParts } from './parts.js';
import { checkRound, resolve } from './resolve.js';
import { checkSchema } from './schema.js';
import { checkUnused } from './unused.js';
import { Uses } from './uses.js';

/**
 * Looks at the files of components when they are loaded, so that their authors see mistakes before their users do.
 *
 * @param templateSchema Gives schemas/component.schema.json; asked for when there is a component.
 */
export function verify(templateSchema: () => Schema, specifications: Specifications, report: Report): Inspector {
  const waiting: Type[] = [];
  const contained = new Set<Type>();
  let busy = false;
  let schema: Schema | undefined;
  let meta: ValidateFunction | undefined;
  const metaOnce = () => {
    meta ??= metaschema();
    return meta;
  };
  return {
    schema: (own: Schema, document: Document, types: Types) => checkSchema(own, document, metaOnce, types, report),
    // Looking at a type loads those of its parts: they wait, so that a long chain of components takes no stack.
    type(type: Type, types: Types) {
      waiting.push(type);
      if (busy) return;
      busy = true;
      schema ??= templateSchema();
      const seen: Type[] = [];
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        seen.push(next);
        verifyType(next, schema, types, specifications, report);
      }
      checkContainment(seen, types, contained, report);
      busy = false;
    },
  };
}

function verifyType(type: Type, schema: Schema, types: Types, specifications: Specifications, report: Report): void {
  if (!checkTemplateForm(type.template, schema, report)) return;
  const all = definitions(type, types);
  checkClashes(type, all, report);
  const named = new Map<string, Named>(all.toReversed());
  const uses = new Uses(type);
  resolve(uses.names, named, report);
  for (const round of uses.rounds) checkRound(round, named, report);
  const used = new Set(
    uses.names.filter(({ chain, rounds }) => !rounds.has(chain.name)).map(({ chain }) => chain.name),
  );
  checkUnused(type, named, used, report);
  checkChecks(type, report);
  checkParts(type.template, types, specifications, report);
}
