import { noValue } from '../../../compiler/template/cloudformation.js';
import type { Json } from '../../../compiler/template/template.js';
import type { Environment } from './environment.js';

/** What a pseudo parameter stands for; undefined for another name (AWS::NoValue among them). */
export function pseudoParameter(name: string, environment: Environment): Json | undefined {
  return PSEUDO.get(name)?.(environment);
}

const PSEUDO: ReadonlyMap<string, (environment: Environment) => Json> = new Map<string, (of: Environment) => Json>([
  ['AWS::AccountId', ({ account }) => account],
  ['AWS::NotificationARNs', ({ notificationArns }) => notificationArns],
  ['AWS::Partition', ({ partition }) => partition],
  ['AWS::Region', ({ region }) => region],
  ['AWS::StackId', ({ stackId }) => stackId],
  ['AWS::StackName', ({ stackName }) => stackName],
  ['AWS::URLSuffix', ({ partition }) => (partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com')],
]);

/** The names of all pseudo parameters. */
export const pseudoNames: ReadonlySet<string> = new Set([...PSEUDO.keys(), noValue]);
