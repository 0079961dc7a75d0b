import { Misuse } from '../../compiler/commands/outcome.js';
import type { Person } from '../api/session.js';
import type { DeclaredParameter } from './declared.js';

/** After so many answers that cannot be, nobody is there who means to answer. */
const PATIENCE = 5;

/** Asks for the value of a parameter until it can be one. @throws Misuse where that takes too long. */
export async function ask(parameter: DeclaredParameter, person: Person): Promise<string> {
  const { name, secret, description } = parameter;
  const question = `Value of "${name}"${description === undefined ? '' : ` (${description.replace(/[.\s]+$/, '')})`}`;
  let said = '';
  for (let count = 0; count < PATIENCE; count++) {
    const answer = await person.ask(said + question, secret);
    const problem = parameter.problem(answer) ?? (answer === '' ? 'is empty' : undefined);
    if (problem === undefined) return answer;
    said = `${secret || answer === '' ? 'That' : `"${answer}"`} ${problem}. `;
  }
  throw new Misuse(`"${name}" has no value: none of the answers could be one.`);
}
