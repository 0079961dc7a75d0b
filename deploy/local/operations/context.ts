import type { Answer, Input, Operation } from '../../api/cloudformation.js';
import type { FailurePoint } from '../options.js';
import type { Site } from '../stacks/site.js';

/** What an operation of CloudFormation's works with. */
export interface Context extends Site {
  readonly fail: readonly FailurePoint[];
}

/** An operation of CloudFormation's. @throws Fault as CloudFormation refuses. */
export type Handler<O extends Operation> = (context: Context, input: Input<O>) => Answer<O>;
