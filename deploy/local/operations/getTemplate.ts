import type { Handler } from './context.js';
import { changeSetOf, stackOf } from './find.js';

/** GetTemplate (CloudFormation API Reference). There are no macros here, so that both stages are the same. */
export const getTemplate: Handler<'GetTemplate'> = (context, input) => {
  const spec =
    input.ChangeSetName === undefined
      ? stackOf(context, input.StackName).spec
      : changeSetOf(context, input.ChangeSetName, input.StackName).changeSet.spec;
  return { TemplateBody: spec.template, StagesAvailable: ['Original', 'Processed'] };
};
