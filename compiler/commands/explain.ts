import { printable } from '../diagnostics/render/printable.js';
import { didYouMean } from '../text/suggest.js';
import { installedFile, typeEntries } from './folders.js';
import { Misuse, type Outcome, outcome } from './outcome.js';
import { sections } from './section.js';

export interface ExplainOptions {
  /** A diagnostic's code, or a type. */
  readonly name: string;
  readonly components: readonly string[];
}

/** `jiml explain`: what docs/diagnostics.md says about a code, or what the folder of a type says about it. */
export async function explain({ name, components }: ExplainOptions): Promise<Outcome> {
  const codes = sections(installedFile('docs', 'diagnostics.md'));
  const section = codes.get(name);
  if (section !== undefined) return outcome({ output: `${shown(section)}\n` });
  const types = typeEntries(components);
  const entry = types.get(name);
  if (entry === undefined) {
    const hint = didYouMean(name, [...codes.keys(), ...types.keys()]);
    throw new Misuse(`There is no code and no type "${name}". ${hint ?? '"jiml types" lists the types.'}`);
  }
  const { typeText } = await import('./typeText.js');
  return outcome({ output: `${shown(typeText(entry, types))}\n` });
}

/** A text of several lines with nothing in it that a terminal would obey. */
function shown(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
