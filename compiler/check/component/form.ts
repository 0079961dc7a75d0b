import type { Report } from '../../diagnostics/diagnostic.js';
import { parse } from '../../source/parse.js';
import { type Document, Place } from '../../source/place.js';
import type { Expression } from '../../text/expression.js';
import { read } from '../../text/read.js';
import type { Schema } from '../../types/schema.js';
import { shapeOf } from '../../types/schema-shape.js';
import type { TypeTemplate } from '../../types/type.js';
import { reportViolations } from '../findings.js';
import { validate } from '../validate.js';

/** Holds a template.yaml against the schema of templates; says whether there is anything in it to look at. */
export function checkTemplateForm({ place }: TypeTemplate, schema: Schema, report: Report): boolean {
  const { document } = place;
  const { root } = document;
  if (isBroken(document)) return false;
  if (root?.kind !== 'map') {
    const written = root?.kind === 'list' ? 'A list' : 'A text';
    const empty = root === undefined || (root.kind === 'scalar' && root.text === '');
    report('wrong-kind', place, { written: empty ? 'Nothing' : written, expected: 'a map with "resources"' });
    return false;
  }
  // Repetitions and conditions are keys like others here; the template itself has been read and reported on before.
  const reading = { report: () => {}, template: false, include: () => undefined };
  const form = read(
    root,
    Place.root(document),
    shapeOf(schema, () => undefined),
    reading,
  );
  const naming = { owner: 'a template.yaml', code: 'unknown-key' as const, elsewhere };
  reportViolations(validate(schema, form), form, naming, report);
  checkTargets(form, report);
  return true;
}

/** Whether its YAML is wrong, which has been reported: all else would be a consequence. */
function isBroken({ file, text }: Document): boolean {
  let broken = false;
  parse(file, text, () => {
    broken = true;
  });
  return broken;
}

const SECTIONS: Readonly<Record<string, string>> = {
  parameters: 'What a component is given stands in its schema.json.',
  outputs: 'What a component offers stands in "attributes".',
  conditions: 'A condition is a value: values: { NAME: !Equals [$a, b] }.',
  mappings: 'A table is a value: values: { NAME: { KEY: VALUE } }, and $NAME(key) looks it up.',
};

const PARTS: Readonly<Record<string, string>> = {
  properties: 'Properties belong into "config".',
  Properties: 'Properties belong into "config".',
  id: "A part's key is what its id ends in.",
};

function elsewhere(key: string, steps: readonly string[]): string | undefined {
  const hints = steps.length === 0 ? SECTIONS : steps[0] === 'resources' && steps.length === 2 ? PARTS : {};
  return Object.hasOwn(hints, key) ? hints[key] : undefined;
}

const REPEATING = new Set(['to', 'when', 'forEach', 'as']);

/** A contribution says what it adds. */
function checkTargets(form: Expression, report: Report): void {
  const adds = form.kind === 'map' ? form.entries.find(({ key }) => key === 'adds')?.value : undefined;
  for (const item of adds?.kind === 'list' ? adds.items : []) {
    if (item.kind !== 'map' || item.entries.some(({ key }) => !REPEATING.has(key))) continue;
    const hint = 'Write the list of the target, and what is added to it: clients: $this.';
    report('missing-property', item.place, { owner: 'A contribution', name: 'a list of the target' }, { hint });
  }
}
