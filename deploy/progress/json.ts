import type { DeployEvent } from '../api/report.js';
import type { Clock } from '../api/session.js';
import { eventData } from './eventData.js';
import type { View } from './view.js';

export interface JsonOptions {
  readonly write: (text: string) => void;
  readonly clock: Clock;
}

/** One JSON object a line for each event, as schemas/output/event.schema.json describes them. */
export function json({ write, clock }: JsonOptions): View {
  const report = (event: DeployEvent) => write(`${JSON.stringify(eventData(event, clock.now()))}\n`);
  const nothing = () => {};
  return { report, pause: nothing, resume: nothing, close: nothing };
}
