const BITS = 128n;
const GROUPS = 8;

/**
 * IPv6 blocks carved from a block, as `Fn::Cidr` gives them.
 *
 * @param bits How many bits of an address are left in each of them.
 * @returns undefined where they do not fit, or the block is none.
 */
export function carve6(block: string, count: number, bits: number): readonly string[] | undefined {
  const [address = '', prefix = ''] = block.split('/');
  const base = parse(address);
  const fits = Number.isInteger(count) && count >= 1 && count <= 256 && Number.isInteger(bits) && bits >= 0;
  if (base === undefined || !/^\d{1,3}$/.test(prefix) || !fits || bits > 128 - Number(prefix)) return undefined;
  const size = 1n << BigInt(bits);
  if (BigInt(count) * size > 1n << (BITS - BigInt(prefix))) return undefined;
  return Array.from({ length: count }, (_, index) => `${print(base + BigInt(index) * size)}/${128 - bits}`);
}

function parse(address: string): bigint | undefined {
  const [head = '', tail, ...more] = address.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = GROUPS - first.length - last.length;
  if (more.length > 0 || (tail === undefined ? missing !== 0 : missing < 1)) return undefined;
  const groups = [...first, ...Array.from({ length: missing }, () => '0'), ...last];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((sum, group) => (sum << 16n) + BigInt(`0x${group}`), 0n);
}

/** With the longest run of at least two zeros left out (RFC 5952). */
function print(address: bigint): string {
  const groups = Array.from({ length: GROUPS }, (_, at) =>
    ((address >> BigInt((GROUPS - 1 - at) * 16)) & 0xffffn).toString(16),
  );
  let [from, length] = [0, 0];
  for (let at = 0; at < GROUPS; at++) {
    let end = at;
    while (groups[end] === '0') end++;
    if (end - at > length) [from, length] = [at, end - at];
  }
  if (length < 2) return groups.join(':');
  return `${groups.slice(0, from).join(':')}::${groups.slice(from + length).join(':')}`;
}
