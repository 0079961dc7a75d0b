import { Misuse } from '../../../compiler/commands/outcome.js';
import { load } from '../../../compiler/commands/sides/load.js';
import type { JsonMap } from '../../../compiler/template/template.js';
import type { Session } from '../../api/session.js';
import { stackSide } from '../../queries/stackSide.js';
import type { RehearseOptions } from '../rehearse.js';

/** What a stack runs before something is rehearsed; `template` is undefined where there is none. */
export interface Beginning {
  readonly name: string;
  readonly template: JsonMap | undefined;
  readonly parameters: ReadonlyMap<string, string>;
}

/** What is asked for to begin with; undefined where it is what the local account has. @throws Misuse, Fault */
export async function beginning(
  { from, components }: Pick<RehearseOptions, 'from' | 'components'>,
  session: Session,
  stack: string,
): Promise<Beginning | undefined> {
  if (from === undefined) return undefined;
  const parameters = new Map<string, string>();
  if (from === 'nothing') return { name: from, template: undefined, parameters };
  if (from === 'stack') return await stackSide(session, stack, '');
  const { loaded } = await load({ kind: 'path', path: from }, components, from);
  const template = loaded.get('')?.template;
  if (template === undefined)
    throw new Misuse(`"${from}" is no template or blueprint that a rehearsal can begin with.`);
  return { name: from, template, parameters };
}
