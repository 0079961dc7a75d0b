import type { Expected } from '../harness/scenario.js';
import type { SimulatorName } from '../harness/simulators.js';

/** What a simulator does otherwise than AWS. */
export interface Known {
  /** The scenario and its step: `messages: no change`. */
  readonly at: string;
  /** What comes of it instead. */
  readonly does?: Partial<Expected>;
  /** Whether the rest of the scenario cannot be run. */
  readonly ends?: true;
  readonly because: string;
}

/** The one place where it stands what the simulators get wrong. */
export const known: Readonly<Record<SimulatorName, readonly Known[]>> = {
  moto: [],
  localstack: [],
  ministack: [],
};

/** What a simulator cannot be asked at all; it is not looked at there. */
export const blind: Readonly<Record<SimulatorName, Partial<Record<keyof Expected, string>>>> = {
  moto: {
    left: 'It lists the change sets of all stacks, and executed ones as if they could be executed.',
    outputs: 'A stack that is made by a change set has no outputs.',
  },
  localstack: {},
  ministack: {},
};

/** What a simulator's machines need to be told that AWS knows, added to the config of every server. */
export const servers: Readonly<Record<SimulatorName, { readonly config: object; readonly because: string }>> = {
  moto: { config: { disk: 8 }, because: 'It does not take the size of a disk from the image.' },
  localstack: {
    config: { image: 'ami-12c6146b' },
    because: 'It lacks the public parameters in which AWS names the newest images.',
  },
  ministack: { config: {}, because: 'It knows no machines.' },
};
