import type { Json } from '../../../compiler/template/template.js';

/** What a template is evaluated in: the stack, and what its resources have become. */
export interface Environment {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly stackName: string;
  readonly stackId: string;
  readonly notificationArns: readonly string[];
  /** What `Ref` gives for a resource that is there. */
  ref(id: string): string | undefined;
  /** What `Fn::GetAtt` gives for a resource that is there and has that attribute. */
  attribute(id: string, name: string): Json | undefined;
  /** What a stack of this account and region exports under a name. */
  importValue(name: string): string | undefined;
  /** An output of a stack, in this region where none is said (`Fn::GetStackOutput`). */
  stackOutput?(stack: string, output: string, region: string | undefined): string | undefined;
  /** A parameter of Systems Manager's store, for `{{resolve:ssm:…}}`; what it does not know stays as it is. */
  ssm?(name: string): string | undefined;
}
