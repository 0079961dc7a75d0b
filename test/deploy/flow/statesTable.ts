import type { Condition, Decision, Verb } from '../../../deploy/flow/states/decision.js';
import { states } from '../../../deploy/flow/states/states.js';

/** How the commands are written whose verbs are not their names. */
const COMMANDS: Readonly<Partial<Record<Verb, string>>> = { execute: 'deploy --plan' };

const verbs = Object.keys(states) as Verb[];
const conditions = Object.keys(states.deploy) as Condition[];

/** The table of docs/deploying.md: what each command does in each state, and what the words in it mean. */
export function statesTable(): string {
  const head = ['state', ...verbs.map((verb) => `\`${commandOf(verb)}\``)];
  const rows = conditions.map((condition) => [
    condition === 'ABSENT' ? 'no stack' : `\`${condition}\``,
    ...verbs.map((verb) => states[verb][condition].word),
  ]);
  return `${table(head, rows)}\n${table(['word', 'said by', 'what it means', 'the way out'], words())}`;
}

/** Each decision once, in the order of the commands. */
function words(): readonly (readonly string[])[] {
  const said = new Map<Decision, Set<Verb>>();
  for (const verb of verbs) {
    for (const condition of conditions) {
      const decision = states[verb][condition];
      said.set(decision, (said.get(decision) ?? new Set()).add(verb));
    }
  }
  return [...said].map(([decision, by]) => [
    decision.word,
    [...by].map((verb) => `\`${commandOf(verb)}\``).join(', '),
    meaningOf(decision),
    decision.do === 'refuse' ? decision.next.map((line) => `\`${named(line)}\``).join(', ') : '',
  ]);
}

function meaningOf(decision: Decision): string {
  return decision.do === 'refuse' ? `Refused: ${named(decision.text)}` : decision.text;
}

function named(text: string): string {
  return text.replaceAll('"{stack}" ', '').replaceAll('{state}', 'this state').replaceAll('{subject}', 'shop.yaml');
}

function commandOf(verb: Verb): string {
  return COMMANDS[verb] ?? verb;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return `${line(head)}|${head.map(() => '---').join('|')}|\n${rows.map(line).join('')}`;
}
