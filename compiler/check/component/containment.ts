import type { Report } from '../../diagnostics/diagnostic.js';
import type { Types } from '../../types/load.js';
import type { Part, Type } from '../../types/type.js';
import { isCloudFormation } from '../declarations.js';

/** That a type has another one among its parts. */
interface Step {
  readonly owner: Type;
  readonly part: Part;
}

interface Visit {
  readonly type: Type;
  readonly parts: readonly Part[];
  next: number;
}

/** Deeper than anybody nests components; making one goes down them step by step. */
const DEEPEST = 50;

/** Reports components that contain themselves, directly or through others: each way round once, with the walk. */
export function checkContainment(roots: readonly Type[], types: Types, done: Set<Type>, report: Report): void {
  for (const root of roots) if (!done.has(root)) descend(root, types, done, report);
}

/** Depth first and without recursion: a chain of components may be long. */
function descend(root: Type, types: Types, done: Set<Type>, report: Report): void {
  const path: Visit[] = [visit(root)];
  const open = new Map<Type, number>([[root, 0]]);
  for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
    const part = at.parts[at.next++];
    if (part === undefined) {
      path.pop();
      open.delete(at.type);
      done.add(at.type);
      continue;
    }
    const type = types.get(part.type);
    if (type === undefined || done.has(type)) continue;
    const begin = open.get(type);
    if (begin !== undefined) reportWalk(path.slice(begin).map(step), report);
    else if (path.length >= DEEPEST) report('too-deep', part.place.at('type'), { limit: DEEPEST });
    else {
      open.set(type, path.length);
      path.push(visit(type));
    }
  }
}

function visit(type: Type): Visit {
  const parts = [...type.template.parts.values()].filter((part) => part.type !== '' && !isCloudFormation(part.type));
  return { type, parts, next: 0 };
}

function step({ type, parts, next }: Visit): Step {
  return { owner: type, part: parts[next - 1] as Part };
}

/** At a part of a component, as built-in types are not the author's to change. */
function reportWalk(walk: readonly Step[], report: Report): void {
  const first = Math.max(
    walk.findIndex(({ owner }) => !owner.builtIn),
    0,
  );
  const [start, ...rest] = [...walk.slice(first), ...walk.slice(0, first)];
  if (start === undefined) return;
  const related = rest.map(({ owner, part }) => ({
    place: part.place.at('type'),
    message: `"${owner.name}" contains "${part.type}".`,
  }));
  report('component-in-itself', start.part.place.at('type'), { type: start.owner.name }, { related });
}
