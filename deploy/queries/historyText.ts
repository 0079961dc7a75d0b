import { timeOf } from './age.js';
import type { Happened } from './history.js';
import { table } from './table.js';

/** What happened, an event a line; as JSON lines the same objects as all commands tell (schemas/output/event.schema.json). */
export function historyText(events: readonly Happened[]): string {
  const stacks = new Set(events.map(({ stack }) => stack)).size;
  return table(
    undefined,
    events.map((event) => row(event, stacks > 1)),
  );
}

function row(event: Happened, several: boolean): readonly string[] {
  const { at, stack, status, reason = '' } = event;
  // Behind the first step of the path, which is the stack itself, are the nested ones.
  const within = several ? stack.split('/').slice(1) : [];
  const time = timeOf(new Date(at)) ?? '';
  if (event.kind === 'stack')
    return [time, status, within.length === 0 ? stack : within.join('/'), 'the stack', reason];
  const { id, type, where } = event;
  return [
    time,
    status,
    [...within, id].join('/'),
    type,
    [where ?? '', reason].filter((text) => text !== '').join(': '),
  ];
}
