import knots from '../template/knots.json' with { type: 'json' };

/** The way out that CloudFormation has for a cycle of resources of these types, where one is known. */
export function wayOut(types: ReadonlySet<string>): string | undefined {
  return knots.knots.find(({ groups, closed }) => {
    const fits = groups.every((group) => group.some((type) => types.has(type)));
    return fits && (closed !== true || [...types].every((type) => groups.some((group) => group.includes(type))));
  })?.hint;
}
