import type { SimulatorName } from './simulators.js';

/** The simulator that the scenarios run on. */
export interface Endpoint {
  readonly name: SimulatorName;
  /** `LocalEmu`. */
  readonly title: string;
  readonly url: string;
  /** The group of its processes. */
  readonly group: number;
}

export const region = 'us-east-1';

/** What run.ts has started. @throws Error where scenarios are run without it. */
export function endpoint(): Endpoint {
  const text = process.env.ENDPOINT;
  if (text === undefined) throw new Error('Run the scenarios with `npm run test:endpoints`.');
  return JSON.parse(text) as Endpoint;
}
