import { type Composed, DEPTH_LIMIT, LEXEME_LIMIT, type Problem, type Stop } from './compose.js';
import type { Finding } from './convert.js';
import type { Fault } from './lexemes.js';
import { explain } from './problems.js';

/** The line (from 1) of an offset. */
type LineOf = (offset: number) => number;

/**
 * What a text's YAML is wrong in: one finding for each mistake. The parser says of one mistake up to eight things, so
 * only the first of a line counts, and nothing of what it says where it has lost the thread.
 *
 * @param known What has been found already.
 */
export function syntaxErrors(text: string, composed: Composed, lineOf: LineOf, known?: Finding): readonly Finding[] {
  const found = distinct(text, composed.faults).map((fault) => faulty(text, fault));
  const lines = new Set(composed.faults.flatMap(({ start, end }) => [lineOf(start), lineOf(end)]));
  if (known !== undefined) lines.add(lineOf(known.range.start));
  const problems = composed.problems.toSorted((a, b) => a.start - b.start);
  for (const problem of problems) {
    if (followsFrom(problem, composed.faults, found.length > 0)) continue;
    const { tab, ...finding } = explain(text, problem);
    const line = lineOf(finding.range.start);
    if (lines.has(line)) continue;
    lines.add(line).add(lineOf(problem.start)).add(lineOf(problem.end));
    found.push(tab ? { ...finding, code: 'tab-indentation', args: {} } : finding);
  }
  return composed.stop === undefined ? found : [...found, stopped(text, composed.stop)];
}

/** Whether a problem is another's echo: what an unclosed quote or bracket leaves behind, or a stream out of step. */
function followsFrom(problem: Problem, faults: readonly Fault[], afterOthers: boolean): boolean {
  if (/^Missing closing|^Flow (?:map|sequence) (?:in block collection must be|must end)/.test(problem.message))
    return true;
  if (/ in YAML (?:stream|document)/.test(problem.message) && afterOthers) return true;
  return faults.some(
    ({ kind, start }) => kind !== 'reference' && start <= problem.start && problem.code !== 'BAD_DQ_ESCAPE',
  );
}

/**
 * Of several references in one text, the first stands for all. Of brackets in each other the innermost whose place is
 * taken by another closing bracket: those around it are only out of step.
 */
function distinct(text: string, faults: readonly Fault[]): readonly Fault[] {
  const taken = faults.flatMap((fault) =>
    fault.kind === 'bracket' && fault.closer !== undefined ? [fault.start] : [],
  );
  const innermost = Math.max(-1, ...taken);
  return faults.filter((fault, i) => {
    const { kind, start } = fault;
    if (kind === 'bracket' && start < innermost && (fault.closer ?? innermost + 1) > innermost) return false;
    const before = faults[i - 1];
    if (kind !== 'reference' || before?.kind !== 'reference') return true;
    return /[\n,[\]{}]/.test(text.slice(before.end, start));
  });
}

function faulty(text: string, fault: Fault): Finding {
  const range = { start: fault.start, end: fault.end };
  if (fault.kind === 'quote') {
    const quote = text[fault.start] === '"' ? 'double quote' : 'single quote';
    const hint = 'Close it; if the text has several lines, they must be indented deeper than its key.';
    return { code: 'unclosed-quote', args: { quote }, path: [], range, hint };
  }
  if (fault.kind === 'reference') {
    const hint = 'Put the whole text into double quotes.';
    return { code: 'unquoted-reference', args: { text: text.slice(range.start, range.end) }, path: [], range, hint };
  }
  const open = text[fault.start] ?? '';
  const close = open === '{' ? '}' : ']';
  const closer = fault.closer;
  const hint = /^\s*[{[]/.test(text)
    ? 'Up to the end of the text, nothing closes it.'
    : 'Everything inside brackets must be indented deeper than the key that they belong to.';
  const related =
    closer === undefined
      ? {}
      : {
          related: { range: { start: closer, end: closer + 1 }, message: `This stands where "${close}" is expected.` },
        };
  return {
    code: 'unclosed-bracket',
    args: { open, close },
    path: [],
    range,
    ...(closer === undefined && { hint }),
    ...related,
  };
}

function stopped(text: string, { reason, offset }: Stop): Finding {
  const range = { start: offset, end: Math.min(text.length, offset + 1) };
  if (reason === 'too-deep') return { code: 'text-too-deep', args: { limit: DEPTH_LIMIT }, path: [], range };
  if (reason === 'too-many-values') {
    return { code: 'text-too-many-values', args: { limit: LEXEME_LIMIT }, path: [], range };
  }
  const hint = 'Put it into a file of its own; a folder of files is one blueprint.';
  return { code: 'several-documents', args: {}, path: [], range: { start: offset, end: offset + 3 }, hint };
}
