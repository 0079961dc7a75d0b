/**
 * IPv4 blocks carved from a block, as `Fn::Cidr` gives them (CloudFormation User Guide, "Fn::Cidr"; RFC 4632).
 *
 * @param count How many blocks.
 * @param bits How many bits of an address are left in each of them.
 * @returns undefined where they do not fit, or the block is none.
 */
export function carve(block: string, count: number, bits: number): readonly string[] | undefined {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(block);
  if (match === null) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = match.slice(1).map(Number);
  const size = 2 ** bits;
  const fits = Number.isInteger(count) && count >= 1 && count <= 256 && bits >= 0 && bits <= 32 - prefix;
  if (!fits || count * size > 2 ** (32 - prefix)) return undefined;
  const base = ((a * 256 + b) * 256 + c) * 256 + d;
  return Array.from({ length: count }, (_, index) => `${dotted(base + index * size)}/${32 - bits}`);
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}
