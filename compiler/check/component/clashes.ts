import type { Report } from '../../diagnostics/diagnostic.js';
import type { Type } from '../../types/type.js';
import { KINDS, NAME, type Named, WORDS } from './names.js';

const ATTRIBUTE = /^[A-Za-z0-9_-]+$/;

/** Reports names that nobody could write, and names that mean two things. */
export function checkClashes(type: Type, all: readonly (readonly [string, Named])[], report: Report): void {
  const known = new Map<string, Named>();
  for (const [name, named] of all) {
    const { section, place } = named;
    const before = known.get(name);
    const word = name === 'self' && section === 'resources' ? undefined : WORDS.get(name);
    if (before !== undefined) {
      const related = [{ place: before.place, part: 'key' as const, message: 'The other one is here.' }];
      report('name-clash', place, { name, other: KINDS[before.section] }, { part: 'key', related });
    } else if (word !== undefined) report('name-clash', place, { name, other: word }, { part: 'key' });
    else if (!NAME.test(name)) reportName(name, 'letters and digits, a letter first', place, report);
    if (before === undefined && word === undefined) known.set(name, named);
  }
  const { attributes, place } = type.template;
  for (const name of attributes.keys()) {
    if (!ATTRIBUTE.test(name)) reportName(name, 'letters, digits, - and _', place.at('attributes').at(name), report);
  }
}

function reportName(name: string, needs: string, place: Named['place'], report: Report): void {
  report(
    'bad-text',
    place,
    { written: name, problem: 'cannot be a name here' },
    { part: 'key', hint: `It needs ${needs}.` },
  );
}
