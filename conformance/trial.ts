import { adopt } from '../compiler/adopt/adopt.js';
import { compile } from '../compiler/compile.js';
import { type Diagnostic, Diagnostics } from '../compiler/diagnostics/diagnostic.js';
import { difference, isMap, spelled } from './comparison.js';
import { expectedIn } from './expected.js';
import { pathsIn } from './paths.js';
import { readText } from './reading.js';

/** What became of one file. */
export interface Result {
  readonly file: string;
  /** Whether it is a template, by a reading that is not the compiler's. */
  readonly template: boolean;
  readonly adopted: boolean;
  readonly compiled: boolean;
  readonly equal: boolean;
  /** Where the template that came back differs first. */
  readonly difference?: string;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** What must be found in the file; undefined where nothing is said about it. */
  readonly expected?: number;
  /** What of that was not. */
  readonly missed?: readonly string[];
  /** What was thrown, or that it took too long. */
  readonly crash?: string;
  /** Of adopting and compiling. */
  readonly milliseconds: number;
}

/** Adopts a template and compiles what that gives. Nothing that is thrown is caught here. */
export function trial(file: string, text: string): Result {
  const given = reading(text);
  const begin = performance.now();
  const found = new Diagnostics();
  const blueprint = adopt(file, text, {}, found.report);
  const compilation = blueprint === undefined ? undefined : compile([{ file, text: blueprint }], {}, '/nowhere');
  const milliseconds = Math.round(performance.now() - begin);
  const messages = [...found.sorted, ...(compilation?.diagnostics ?? [])];
  const said = (severity: string) =>
    messages.filter((item) => item.severity === severity).map(({ code, message }) => `${code}: ${message}`);
  const made = compilation?.text;
  const differs =
    given === undefined || made === undefined ? undefined : difference(spelled(given), spelled(JSON.parse(made)));
  return {
    file,
    template: given !== undefined,
    adopted: blueprint !== undefined,
    compiled: made !== undefined,
    equal: made !== undefined && given !== undefined && differs === undefined,
    ...(differs !== undefined && { difference: differs }),
    ...expectations(file, text, blueprint, found.sorted, compilation?.diagnostics ?? []),
    errors: said('error'),
    warnings: said('warning'),
    milliseconds,
  };
}

/** Whether what must be found was: its code, at the place in the template that it is about. */
function expectations(
  file: string,
  text: string,
  blueprint: string | undefined,
  adopting: readonly Diagnostic[],
  compiling: readonly Diagnostic[],
): Pick<Result, 'expected' | 'missed'> {
  const expected = expectedIn(file);
  if (expected === undefined) return {};
  const places = (findings: readonly Diagnostic[], of: string | undefined): readonly string[] => {
    if (of === undefined || findings.length === 0) return [];
    const path = pathsIn(of);
    return findings.map(({ code, span }) => `${code} at ${path(span.start.offset)}`);
  };
  const found = new Set([...places(adopting, text), ...places(compiling, blueprint)]);
  return { expected: expected.length, missed: expected.filter((one) => !found.has(one)) };
}

/** A map with a map of Resources. */
function reading(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value = readText(text);
    return isMap(value) && isMap(value.Resources) ? value : undefined;
  } catch {
    return undefined;
  }
}
