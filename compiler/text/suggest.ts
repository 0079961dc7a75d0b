/** Longer words are no slips of the finger, and comparing them costs. In UTF-16 code units. */
const longest = 255;

/**
 * The name that was probably meant: one that differs in case only, or else the nearest by Damerau-Levenshtein distance
 * (a letter too many, missing, wrong, or two swapped). About a third of the letters may be wrong, and at least one.
 * Equally near names are decided by code units, so the order of the candidates does not matter.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longest) return undefined;
  const lower = word.toLowerCase();
  let best: string | undefined;
  let distance = allowed(word.length) + 1;
  for (const candidate of candidates) {
    const found = candidate.toLowerCase() === lower ? 0 : editDistance(word, candidate, distance);
    if (found >= Math.max(word.length, candidate.length) && found > 0) continue;
    if (found > distance || (found === distance && (best === undefined || candidate >= best))) continue;
    best = candidate;
    distance = found;
  }
  return best ?? sameBeginning(word, candidates);
}

/** The name that begins most alike, if at least two thirds of the word do: `SubnetPrivateId`, `SubnetPrivateApache`. */
function sameBeginning(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let length = Math.max(4, Math.ceil((word.length * 2) / 3)) - 1;
  for (const candidate of candidates) {
    let same = 0;
    while (same < word.length && word[same] === candidate[same]) same++;
    if (same < length || (same === length && (best === undefined || candidate >= best))) continue;
    best = candidate;
    length = same;
  }
  return best;
}

/** The hint of a message about an unknown name, if there is anything near it. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const name = suggest(word, candidates);
  return name === undefined ? undefined : `Did you mean "${name}"?`;
}

function allowed(length: number): number {
  return Math.max(1, Math.floor(length / 3));
}

/** The distance (optimal string alignment), or some number above `most` as soon as it is known to be above. */
function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(at(above, column) + 1, at(current, column - 1) + 1, at(above, column - 1) + (same ? 0 : 1));
      if (a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, at(before, column - 2) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = above;
    above = current;
  }
  return at(above, b.length);
}

/** Outside of the table a distance is endless. */
function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
