import { type Outcome, outcome } from '../../compiler/commands/outcome.js';

/** The forms in which commands that only look answer. */
export type Form = 'text' | 'json';

/** What a command found out: as JSON, or as the text that is drawn from it. */
export function answer<T extends object>(form: Form, data: T, text: (data: T) => string): Outcome {
  return outcome({ output: form === 'json' ? `${JSON.stringify(data, undefined, 2)}\n` : text(data) });
}

/** Without the keys whose value is undefined, as JSON leaves them out. */
export function given<T extends object>(values: T): { readonly [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
