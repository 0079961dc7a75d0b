import type { Where } from '../../compiler/diff/model.js';
import { isJsonMap } from '../../compiler/diff/node.js';
import type { Session } from '../api/session.js';
import { flagsOf, shell } from '../flow/flags.js';
import type { Target } from '../inputs/target.js';

/** How a command named its stack, for commands that are proposed: `shop.yaml --local`. */
export function subjectOf(
  { file, stack, named }: { readonly file?: string | undefined; readonly stack: string; readonly named: boolean },
  session: Pick<Session, 'local' | 'flags'>,
): string {
  const words = [
    ...(file === undefined ? [] : [shell(file)]),
    ...(file === undefined || named ? ['--stack', shell(stack)] : []),
  ];
  return words.join(' ') + flagsOf(session);
}

/** Where a blueprint speaks of a logical resource: `shop.yaml:14`. */
export function whereIn(places: ReadonlyMap<string, Where>): (id: string) => string | undefined {
  return (id) => {
    const place = places.get(id);
    return place && `${place.file}:${place.span.start.line}`;
  };
}

/** The types of a blueprint's resources, by their ids. */
export function declaredIn(target: Pick<Target, 'template'> | undefined): ReadonlyMap<string, string> {
  const resources = Object.entries(target?.template.Resources ?? {});
  return new Map(resources.map(([id, resource]) => [id, isJsonMap(resource) ? String(resource.Type) : '']));
}
