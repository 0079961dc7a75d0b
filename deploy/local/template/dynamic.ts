import type { Environment } from './environment.js';

const PLAIN = /\{\{resolve:ssm:([^{}:]+)(?::\d+)?\}\}/g;

/**
 * A text with its dynamic references to plain parameters resolved, as far as they are known. Those to secrets stay as
 * they are: what they stand for is nobody's to see (CloudFormation User Guide, "Get values stored in other services
 * using dynamic references").
 */
export function withDynamic(text: string, { ssm }: Environment): string {
  if (ssm === undefined || !text.includes('{{resolve:ssm:')) return text;
  return text.replace(PLAIN, (whole, name: string) => ssm(name) ?? whole);
}
