import type { Problem } from './compose.js';
import type { Finding } from './convert.js';

/** A finding, and whether a tab in the indentation is the reason. */
export type Explained = Finding & { readonly tab: boolean };

interface Rule {
  readonly when: RegExp;
  /** The sentence, with `%` for the word that it is about. */
  readonly says: string;
  readonly hint?: string;
}

/** What the parser says, matched by its code and its message, and what we say instead; the first that fits counts. */
const RULES: readonly Rule[] = [
  {
    when: /^BAD_INDENT All mapping items/,
    says: '% is not indented like the keys above it.',
    hint: 'Keys of one map start in the same column.',
  },
  {
    when: /^BAD_INDENT All sequence items|^BLOCK_AS_IMPLICIT_KEY A block sequence/,
    says: 'This item is not indented like the items above it.',
    hint: 'Items of one list start in the same column.',
  },
  {
    when: /^BLOCK_AS_IMPLICIT_KEY Nested mappings/,
    says: '% is followed by a second colon, which YAML reads as a key inside a value.',
    hint: 'Quote the text, or put the inner key on a line of its own, indented deeper.',
  },
  {
    when: /^UNEXPECTED_TOKEN Unexpected block-seq-ind/,
    says: 'A list cannot start on the line of its key.',
    hint: 'Put each "- " on a line of its own, or quote the text.',
  },
  {
    when: /^MISSING_CHAR Implicit map keys need/,
    says: '% has no value: a ":" is missing behind it.',
    hint: 'If it continues the text above, indent it deeper than the key of that text.',
  },
  { when: /^MULTILINE_IMPLICIT_KEY/, says: '% stands where a key with its colon on the same line is expected.' },
  {
    when: /^UNEXPECTED_TOKEN Unexpected , in/,
    says: 'No value stands in front of this comma.',
    hint: 'Remove the comma.',
  },
  { when: /^UNEXPECTED_TOKEN Unexpected empty item/, says: 'An item is missing here.' },
  { when: /^MISSING_CHAR Missing space after :/, says: 'A space is missing behind the ":".' },
  {
    when: /^MISSING_CHAR Missing ,|^BLOCK_IN_FLOW/,
    says: 'A comma is missing at %.',
    hint: 'Inside { } and [ ], a comma stands between one entry and the next.',
  },
  {
    when: /^BAD_SCALAR_START/,
    says: 'A text cannot begin with % unless it is quoted.',
    hint: 'Put the text into quotes.',
  },
  {
    when: /^BAD_DQ_ESCAPE/,
    says: '% is not an escape that double quotes know.',
    hint: 'Write a backslash twice, or use single quotes, where it has no meaning.',
  },
  { when: /^MULTIPLE_ANCHORS/, says: 'A value has at most one anchor.' },
  {
    when: /^MULTIPLE_TAGS/,
    says: 'A value has at most one tag.',
    hint: 'Write the inner one as a key: "Fn::Base64: !Sub …".',
  },
  { when: /^ALIAS_PROPS/, says: 'An alias has no tag and no anchor of its own.' },
  {
    when: /^BAD_ALIAS/,
    says: 'The name is missing behind %.',
    hint: 'Quote the text if it is no anchor and no alias.',
  },
  {
    when: /^BAD_PROP_ORDER|before the .* indicator/,
    says: 'A tag or an anchor stands behind the "-", "?" or ":" and not in front of it.',
  },
  { when: /^MISSING_CHAR Tags and anchors/, says: 'A space is missing behind the tag or anchor.' },
  {
    when: /^MISSING_CHAR Missing newline after block sequence props/,
    says: 'A list starts on a line of its own behind a tag or an anchor.',
  },
  { when: /^MISSING_CHAR Comments/, says: 'A space is missing in front of the "#".' },
  { when: /^TAG_RESOLVE_FAILED/, says: 'The tag % cannot be read.' },
  { when: /^KEY_OVER_1024_CHARS/, says: 'A key has at most 1024 characters.' },
  {
    when: /^UNEXPECTED_TOKEN Block scalar header/,
    says: '% cannot stand behind the sign that starts a block of text.',
    hint: 'The text starts on the next line.',
  },
  {
    when: /Block scalar values in collections/,
    says: 'The lines of a block of text must be indented deeper than its key.',
  },
  {
    when: /more-indented leading empty lines/,
    says: 'An empty line at the start of this block has more spaces than its first line.',
  },
  { when: /Block scalar lines must not/, says: 'This line is indented less than the first line of its block.' },
  {
    when: /directives-end|BAD_DIRECTIVE/,
    says: 'A line that starts with a percent sign is a directive, and this one cannot be read.',
    hint: 'Remove the line: a blueprint needs no directives.',
  },
  {
    when: /Unexpected flow-(?:map|seq)-end|Unexpected doc-end/,
    says: '% closes nothing.',
    hint: 'Remove it, or quote the text that it belongs to.',
  },
  {
    when: /at node end/,
    says: '% stands behind a value that has already ended.',
    hint: 'Quote the whole text. Inside double quotes, write \\" for a quote; inside single quotes, write two.',
  },
];

const OUT_OF_PLACE: Rule = { when: /^/, says: '% stands where YAML expects nothing like it.' };
const UNATTACHED: Rule = {
  when: /^/,
  says: '% is indented like nothing that it could belong to.',
  hint: 'Indent it like the line that it continues.',
};
const TOO_DEEP: Rule = {
  when: /^/,
  says: '% is indented deeper than the key before it, which already has a value.',
  hint: 'Indent it like that key, or remove the value.',
};
const ITEM_AMONG_KEYS: Rule = {
  when: /^/,
  says: 'This list item stands where a key is expected.',
  hint: 'Indent it deeper than the key whose list it belongs to.',
};
const BLOCK_LIST_IN_FLOW: Rule = {
  when: /^/,
  says: 'A list with "- " cannot stand inside { } and [ ].',
  hint: 'Write it in brackets, with commas.',
};

/** Says in our words what the parser found, at the word that it is about. */
export function explain(text: string, problem: Problem): Explained {
  const start = startOf(text, problem);
  const rule = ruleFor(text, problem, start);
  const end =
    problem.code === 'BAD_DQ_ESCAPE'
      ? start + 2
      : problem.code === 'BAD_SCALAR_START'
        ? start + 1
        : wordEnd(text, start);
  const tab = problem.code === 'TAB_AS_INDENT' ? tabs(text, problem.start) : indentingTab(text, start);
  const sentence = rule.says.replace('%', () => quoted(text.slice(start, end)));
  return {
    code: 'yaml-syntax',
    args: { problem: sentence },
    path: [],
    range: tab ?? { start, end },
    ...(rule.hint !== undefined && tab === undefined && { hint: rule.hint }),
    tab: tab !== undefined,
  };
}

function ruleFor(text: string, { code, message, start: reported }: Problem, start: number): Rule {
  const item = /^-\s/.test(text.slice(start, start + 2));
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && text[start] === '?') return OUT_OF_PLACE;
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && text.slice(reported, start).includes('\n')) return TOO_DEEP;
  if (code === 'BLOCK_IN_FLOW' && item) return BLOCK_LIST_IN_FLOW;
  if (code === 'MULTILINE_IMPLICIT_KEY' && item) return ITEM_AMONG_KEYS;
  if (/at node end/.test(message) && indentation(text, start) !== undefined) return UNATTACHED;
  return RULES.find(({ when }) => when.test(`${code} ${message}`)) ?? OUT_OF_PLACE;
}

/** The first word at or behind the problem on its line; of a text that became a key by the lines below it, the last line. */
function startOf(text: string, { code, message, start }: Problem): number {
  if (message.includes('directives-end')) return Math.max(0, text.search(/^%/m));
  const from = Math.min(start, text.length);
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && message.startsWith('Nested')) {
    const key = text.slice(from, from + 2000);
    const before = key.slice(0, Math.max(0, key.search(/:(?:\s|$)/)));
    if (before.includes('\n')) return skipBlanks(text, from + before.lastIndexOf('\n') + 1);
  }
  return skipBlanks(text, from);
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

/** Up to white space, a bracket or a comma, without a last colon; at least one character where there is one. */
function wordEnd(text: string, start: number): number {
  const word = text
    .slice(start, start + 1000)
    .match(/^(?:"[^"\n]*"|'[^'\n]*'|[^\s,[\]{}]+?(?=:?(?:[\s,[\]{}]|$)))/)?.[0];
  return Math.min(text.length, start + Math.max(1, word?.length ?? 0));
}

function quoted(word: string): string {
  const short = word.length > 40 ? `${word.slice(0, 39)}…` : word;
  return short.length > 1 && short.startsWith('"') ? short : `"${short}"`;
}

/** The white space in front of the first word of a line; undefined where the offset is not at a first word. */
function indentation(text: string, start: number): string | undefined {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(start === 0 ? 0 : line, start);
  return /^[ \t]*$/.test(before) ? before : undefined;
}

function indentingTab(text: string, start: number): { start: number; end: number } | undefined {
  const before = indentation(text, start);
  const tab = before?.indexOf('\t') ?? -1;
  return before === undefined || tab === -1 ? undefined : tabs(text, start - before.length + tab);
}

function tabs(text: string, start: number): { start: number; end: number } {
  let first = start;
  while (text[first] === ' ') first++;
  let end = first;
  while (text[end] === '\t') end++;
  return { start: first, end: Math.max(end, first + 1) };
}
