import type { Json, JsonMap } from '../../../../compiler/template/template.js';
import { Fault } from '../../../../deploy/api/fault.js';
import type { Environment } from '../../../../deploy/local/template/environment.js';
import { type Evaluation, evaluation } from '../../../../deploy/local/template/evaluate.js';
import { resolveParameters } from '../../../../deploy/local/template/parameters.js';
import { readTemplate } from '../../../../deploy/local/template/read.js';

export const TOPIC = 'AWS::SNS::Topic';

/** A stack with one resource, `Db`, and what it offers. */
export const ENVIRONMENT: Environment = {
  account: '123456789012',
  region: 'eu-west-1',
  partition: 'aws',
  stackName: 'shop',
  stackId: 'arn:aws:cloudformation:eu-west-1:123456789012:stack/shop/1',
  notificationArns: ['arn:one', 'arn:two'],
  ref: (id) => (id === 'Db' ? 'shop-db' : undefined),
  attribute: (id, name) => (id === 'Db' ? ATTRIBUTES[name] : undefined),
  importValue: (name) => (name === 'Vpc' ? 'vpc-1' : undefined),
  stackOutput: (stack, output, region) => (output === 'Url' ? `${stack}/${region ?? 'here'}` : undefined),
  ssm: (name) => (name === '/size' ? 'large' : undefined),
};

const ATTRIBUTES: Readonly<Record<string, Json>> = {
  'Endpoint.Address': 'db.example.com',
  'Endpoint.Port': 3306,
  Zones: ['a', 'b'],
};

/** A template around what is tested. */
export function templateWith(parts: object): string {
  return JSON.stringify({ Resources: { Db: { Type: TOPIC } }, ...parts });
}

/** Evaluates a template whose parameters have their defaults. */
export function evaluated(parts: object, environment: Environment = ENVIRONMENT): Evaluation {
  const template = readTemplate(templateWith(parts));
  return evaluation(
    template,
    resolveParameters(template, [], undefined, () => undefined),
    environment,
  );
}

/** What an expression comes to where a property stands. */
export function comesTo(expression: unknown, parts: object = {}): unknown {
  const Resources = { Db: { Type: TOPIC }, Me: { Type: TOPIC, Properties: { value: expression } } };
  return plain(evaluated({ Resources, ...parts }).properties('Me')).value;
}

/** Without the missing prototypes, which a comparison would see. */
export function plain(json: JsonMap): Record<string, unknown> {
  return JSON.parse(JSON.stringify(json));
}

/** What CloudFormation would answer instead; the text of a value where nothing is refused. */
export function refusalOf(run: () => unknown): string {
  try {
    return `no refusal, but ${JSON.stringify(run())}`;
  } catch (error) {
    if (error instanceof Fault && error.kind === 'refused') return error.message;
    throw error;
  }
}
