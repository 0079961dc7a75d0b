/**
 * The section of a Markdown text under a heading of the second level, without the blank lines around it; undefined
 * where there is no such heading. A `## ` inside a fenced block is none.
 */
export function section(markdown: string, heading: string): string | undefined {
  return sections(markdown).get(heading);
}

/** All sections of the second level, in their order, by heading. */
export function sections(markdown: string): ReadonlyMap<string, string> {
  const found = new Map<string, string[]>();
  let current: string[] | undefined;
  let fenced = false;
  for (const line of markdown.split('\n')) {
    if (/^(```|~~~)/.test(line)) fenced = !fenced;
    const heading = fenced ? undefined : /^## (.+)$/.exec(line)?.[1]?.trim();
    if (heading === undefined) current?.push(line);
    else {
      current = [line];
      found.set(heading, current);
    }
  }
  return new Map([...found].map(([heading, lines]) => [heading, lines.join('\n').trim()]));
}
