import type { Answer, CloudFormation, Input, Operation } from '../../../deploy/api/cloudformation.js';
import { Fault } from '../../../deploy/api/fault.js';

/** What a made-up CloudFormation answers, by operation. */
export type Answers = { readonly [O in Operation]?: (input: Input<O>) => Answer<O> };

/** A CloudFormation that answers from a table; it knows no other stack. */
export function cloudOf(answers: Answers, asked: unknown[] = []): CloudFormation {
  return {
    async call<O extends Operation>(operation: O, input: Input<O>): Promise<Answer<O>> {
      asked.push(input);
      const answer = answers[operation] as ((input: Input<O>) => Answer<O>) | undefined;
      if (answer === undefined) throw new Fault('refused', 'ValidationError', 'Stack with id x does not exist');
      return answer(input);
    },
  };
}
