import { Misuse, type Outcome, outcome } from '../../compiler/commands/outcome.js';
import { didYouMean } from '../../compiler/text/suggest.js';
import type { Stack } from '../api/cloudformation.js';
import type { Session } from '../api/session.js';
import { isBusy } from '../queries/busy.js';
import { given } from '../queries/document.js';
import { byName } from '../queries/named.js';
import { type OutputForm, outputsText } from '../queries/outputsText.js';
import { findStack } from '../queries/stack.js';

import { lookedAt, type QueryOptions } from '../queries/target.js';

export interface OutputsOptions extends Omit<QueryOptions, 'form'> {
  readonly form: OutputForm;
}

/** The outputs of a stack, as `jiml outputs --format json` prints them (schemas/output/outputs.schema.json). */
export interface Outputs {
  readonly version: 1;
  readonly stack: string;
  readonly status: string;
  /** By key. */
  readonly outputs: Readonly<Record<string, OutputValue>>;
}

export interface OutputValue {
  readonly value: string;
  readonly description?: string;
  /** The name by which other stacks import it. */
  readonly export?: string;
}

/** `jiml outputs`: all of a stack's, or the bare value of one. @throws Misuse, Fault */
export async function outputs(options: OutputsOptions, session: Session): Promise<Outcome> {
  const { stack: name, rest } = lookedAt({ ...options, form: 'text' }, session, 1);
  const stack = await findStack(session, name);
  if (isBusy(stack.StackStatus))
    session.report({
      kind: 'warning',
      text: `Something goes on with "${name}" (${stack.StackStatus}): its outputs may be about to change.`,
    });
  const found = outputsOf(stack);
  const [key] = rest;
  if (key === undefined) return outcome({ output: outputsText(options.form, found) });
  return outcome({ output: outputsText(options.form, only(found, key), true) });
}

function outputsOf({ StackName = '', StackStatus = 'UNKNOWN' as never, Outputs = [] }: Stack): Outputs {
  const outputs = Outputs.map(({ OutputKey, OutputValue: value = '', Description, ExportName }) => {
    return [OutputKey, given({ value, description: Description, export: ExportName })] as const;
  });
  return { version: 1, stack: StackName, status: StackStatus, outputs: byName(outputs) };
}

function only(found: Outputs, key: string): Outputs {
  const keys = Object.keys(found.outputs);
  const value = found.outputs[key];
  if (value !== undefined) return { ...found, outputs: byName([[key, value]]) };
  const hint = didYouMean(key, keys) ?? (keys.length === 0 ? 'It has none.' : `It has ${keys.join(', ')}.`);
  throw new Misuse(`The stack "${found.stack}" has no output "${key}". ${hint}`);
}
