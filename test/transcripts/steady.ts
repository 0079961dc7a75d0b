/** What differs from run to run: ids that CloudFormation makes. Their length stays, so that columns stay columns. */
const VARYING: readonly RegExp[] = [
  // Of stacks, change sets and requests.
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g,
  /(?<=\bjiml-[a-z]+-)[0-9a-f]{20}\b/g,
  // Of resources: what is behind STACK-ID-, and as EC2 has them.
  /(?<=\w-)(?=\w*\d|[a-z]*[A-Z])[0-9A-Za-z]{12,13}(?:-[0-9A-Za-z]{6})?\b/g,
  /(?<=\b(?:i|vpc|subnet|sg|vol|ami|eni|rtb|igw)-)[0-9a-f]{17}\b/g,
];

/** The text as it is in every run. */
export function steady(text: string): string {
  return VARYING.reduce((result, pattern) => result.replace(pattern, hidden), text);
}

function hidden(id: string): string {
  return id.replace(/\w/g, 'x');
}
