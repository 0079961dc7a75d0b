import { readable } from '../express.js';
import { textOf } from '../form.js';
import type { ResourceChange, Risk } from '../model.js';
import { existing, formAt } from './at.js';
import data from './exposures.json' with { type: 'json' };
import { riskOf, type Scene } from './scene.js';

type Table = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

const opens = tableOf(data.opens);
const closes = tableOf(data.closes);

/** Settings that let everybody reach what they could not reach before. */
export function exposures(scene: Scene): readonly Risk[] {
  return scene.resources.flatMap((change) => (change.action === 'remove' ? [] : exposed(change, scene)));
}

function exposed({ id, type, action }: ResourceChange, scene: Scene): readonly Risk[] {
  const [before, after] = [existing(scene.from, id), existing(scene.to, id)];
  const paths = new Set([...(opens.get(type)?.keys() ?? []), ...(closes.get(type)?.keys() ?? [])]);
  return [...paths].flatMap((path) => {
    const [old, now] = [formAt(before, path), formAt(after, path)];
    if (old === now) return [];
    const [was, is] = [textOf(old) ?? '', textOf(now) ?? ''];
    const opened = opens.get(type)?.get(path)?.includes(is) === true;
    const unlocked = action === 'modify' && closes.get(type)?.get(path)?.includes(was) === true;
    if (!opened && !unlocked) return [];
    const value = now === undefined ? `no longer ${was}` : (readable(now) ?? 'something else');
    return [riskOf('wider-access', id, `"${id}" is opened to the public: ${path} is ${value}.`, scene)];
  });
}

function tableOf(table: object): Table {
  return new Map(Object.entries(table).map(([type, paths]) => [type, new Map(Object.entries<string[]>(paths))]));
}
