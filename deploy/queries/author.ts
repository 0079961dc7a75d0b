/** Whether a change set is one of ours: they are called `jiml-…`. Takes its name or its ARN; undefined is nobody's. */
export function madeByJiml(changeSet: string | undefined): boolean {
  return /^(?:arn:[^/]*:changeSet\/)?jiml-/.test(changeSet ?? '');
}
