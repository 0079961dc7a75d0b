import type { Flow, Step } from './flow.js';

/** A flow as text, a command a line, with a newline at the end; nothing for a flow without steps. */
export function flowText(flow: Flow): string {
  return flow.steps.map((step) => `${line(step)}\n`).join('');
}

function line(step: Step): string {
  if ('await' in step) return `await ${step.await.join(', ')}`;
  const [first, ...others] = step.create.map(({ type, id }) => `${type} ${id}`);
  return others.length === 0 ? `create ${first}` : `create ${first} together with ${others.join(', ')}`;
}
