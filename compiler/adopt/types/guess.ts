import type { Json, JsonMap } from '../../template/template.js';
import { set } from './config.js';
import type { Slot } from './slot.js';

/** More beginnings than are worth trying. */
const MOST = 30;

/**
 * Configs to begin with, the most likely first: what must be said, what the resources seem to say, and what lies
 * between, since a type may ask for one of several keys, or for no more than one of them. None where nothing is known of
 * a key that there must be.
 */
export function guesses(slots: readonly Slot[]): readonly JsonMap[] {
  const required = slots.filter((slot) => slot.required);
  if (required.some(({ options }) => options.length === 0)) return [];
  const least = filled({}, required, ({ options }) => options[0]);
  const evident = slots.filter(({ found }) => found !== undefined);
  const told = evident.filter((slot) => !slot.required);
  const once = told.filter(({ found }, at) => {
    const text = JSON.stringify(found);
    return told.findIndex((other) => JSON.stringify(other.found) === text) === at;
  });
  const most = filled(least, once);
  const others = (config: JsonMap) =>
    required.flatMap(({ path, options }) => options.slice(1).map((option) => set(config, path, option)));
  const all = [
    least,
    most,
    ...others(least).slice(0, MOST / 3),
    filled(least, told),
    ...told.map((slot) => filled(least, [slot])).slice(0, MOST / 3),
    ...others(most),
    ...once.map((one) =>
      filled(
        least,
        once.filter((slot) => slot !== one),
      ),
    ),
  ];
  return [...new Map(all.map((config) => [JSON.stringify(config), config])).values()].slice(0, MOST);
}

function filled(config: JsonMap, slots: readonly Slot[], by = ({ found }: Slot): Json | undefined => found): JsonMap {
  return slots.reduce((now, slot) => set(now, slot.path, by(slot) ?? null), config);
}
