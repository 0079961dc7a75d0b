import type { Diagnostic } from '../diagnostic.js';
import type { Severity } from '../severity.js';

type Command = 'error' | 'warning' | 'notice';

const commands: Readonly<Record<Severity, Command>> = { error: 'error', warning: 'warning', note: 'notice' };

/**
 * Workflow commands that GitHub turns into annotations of the changed lines ("Workflow commands for GitHub Actions").
 * Columns are left out where a span has several lines: the runner refuses them there.
 */
export function github(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => `${command(diagnostic)}\n`).join('');
}

function command({ severity, file, span: { start, end }, code, message, hint }: Diagnostic): string {
  const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
  const properties = { file, line: start.line, endLine: end.line, ...columns, title: code };
  return workflowCommand(commands[severity], properties, hint === undefined ? message : `${message}\n${hint}`);
}

/** One workflow command, without a line end; nothing in its values or message can begin another. */
export function workflowCommand(
  name: Command,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${name} ${list.join(',')}::${data(message)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
