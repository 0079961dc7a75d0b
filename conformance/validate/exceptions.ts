import { type Finding, shown } from './findings.js';

/** An error of the engine's that is none, and why. */
export interface Exception {
  readonly file: string;
  readonly path: string;
  readonly rule: string;
  /** One line that names its source, as a page of AWS's documentation by its title. */
  readonly reason: string;
}

/** What must not remain: errors that no exception excuses, and exceptions that excuse nothing any more. */
export function remaining(found: readonly Finding[], exceptions: readonly Exception[]): readonly string[] {
  const errors = found.filter(({ level }) => level === 'error');
  const unexcused = errors.filter((error) => !exceptions.some((exception) => excuses(exception, error)));
  const idle = exceptions.filter((exception) => !errors.some((error) => excuses(exception, error)));
  return [
    ...unexcused.map(shown),
    ...idle.map(({ file, path, rule }) => `${file}: error: ${path}: An exception for what no longer occurs. [${rule}]`),
  ];
}

function excuses(exception: Exception, { file, path, rule }: Finding): boolean {
  return exception.file === file && exception.path === path && exception.rule === rule;
}
