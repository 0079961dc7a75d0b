import { readable } from '../express.js';
import { type Form, textOf } from '../form.js';
import type { ResourceChange, Risk } from '../model.js';
import { existing, formAt } from './at.js';
import data from './backups.json' with { type: 'json' };
import { riskOf, type Scene } from './scene.js';

const properties: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(data.properties));
const makers: ReadonlySet<string> = new Set(data.makers);

/** Backups that are turned off, kept for a shorter time, or made no longer. */
export function lostBackups(scene: Scene): readonly Risk[] {
  return scene.resources.flatMap((change) => {
    if (change.action === 'remove' && makers.has(change.type)) {
      return [
        riskOf('backup-removed', change.id, `"${change.id}" (${change.type}) goes away, and so do its backups.`, scene),
      ];
    }
    return change.action === 'modify' ? changed(change, scene) : [];
  });
}

function changed({ id, type }: ResourceChange, scene: Scene): readonly Risk[] {
  const [before, after] = [existing(scene.from, id), existing(scene.to, id)];
  return (properties.get(type) ?? []).flatMap((path) => {
    const [old, now] = [formAt(before, path), formAt(after, path)];
    if (isOff(old) || old === now) return [];
    const said = (old && readable(old)) ?? '';
    const message = isOff(now) ? lost(id, path, said, now) : shorter(id, path, old, now);
    return message === undefined ? [] : [riskOf('backup-removed', id, message, scene)];
  });
}

function isOff(form: Form | undefined): boolean {
  return form === undefined || data.off.includes(textOf(form) ?? '');
}

function lost(id: string, path: string, old: string, now: Form | undefined): string {
  const rest = now === undefined ? 'is not said any more' : `is now ${textOf(now)}`;
  return `"${id}" loses its backups: ${path} was ${old} and ${rest}.`;
}

function shorter(id: string, path: string, old: Form | undefined, now: Form | undefined): string | undefined {
  const [was, is] = [Number(textOf(old)), Number(textOf(now))];
  return is < was ? `"${id}" keeps its backups for a shorter time: ${path} was ${was} and is now ${is}.` : undefined;
}
