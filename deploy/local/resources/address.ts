import { Chance } from './hash.js';
import { type Birth, scalarText } from './model.js';
import data from './ports.json' with { type: 'json' };

/** Where a resource is reached. */
export interface Addresses {
  readonly privateIp: string;
  /** From the blocks that are kept for documentation (RFC 5737), so that nobody's machine is meant. */
  readonly publicIp: string;
  readonly port: string;
}

/** The addresses of a resource: those that its properties give, otherwise some that fit. */
export function addresses(birth: Birth): Addresses {
  const { properties } = birth;
  const chance = new Chance('address', birth.stackId, birth.id, String(birth.generation));
  const block = chance.number(2) === 0 ? '203.0.113' : '198.51.100';
  return {
    publicIp: `${block}.${1 + chance.number(254)}`,
    privateIp: scalarText(properties.PrivateIpAddress) ?? scalarText(properties.IpAddress) ?? within(birth, chance),
    port: scalarText(properties.Port) ?? scalarText(properties.DBPort) ?? portOf(scalarText(properties.Engine) ?? ''),
  };
}

const ports: readonly (readonly [string, string])[] = Object.entries(data.ports);

function portOf(engine: string): string {
  return ports.find(([name]) => engine.toLowerCase().startsWith(name))?.[1] ?? data.otherwise;
}

/** An address of the subnet that the properties name; the first four and the last of a block are not given out. */
function within(birth: Birth, chance: Chance): string {
  const subnet = subnetOf(birth);
  const [address = '', prefix = ''] = (cidrOf(birth, subnet) ?? '').split('/');
  const parts = address.split('.').map(Number);
  const bits = 32 - Number(prefix);
  if (parts.length !== 4 || !parts.every((part) => part >= 0 && part <= 255) || !(bits >= 4 && bits <= 24)) {
    return `10.0.${chance.number(16)}.${4 + chance.number(250)}`;
  }
  const base = parts.reduce((sum, part) => sum * 256 + part, 0);
  const host = 4 + chance.number(Math.min(65_536, 2 ** bits - 5));
  return [24, 16, 8, 0].map((shift) => Math.floor((base + host) / 2 ** shift) % 256).join('.');
}

function cidrOf({ other }: Birth, subnet: string | undefined): string | undefined {
  return subnet === undefined ? undefined : scalarText(other?.(subnet)?.properties.CidrBlock);
}

/** The subnet in which it stands: its own, its first, or that of its first interface. */
function subnetOf({ properties }: Birth): string | undefined {
  const { SubnetId: own, SubnetIds: several, NetworkInterfaces: interfaces } = properties;
  const first = Array.isArray(several) ? several[0] : undefined;
  const card = Array.isArray(interfaces) ? interfaces[0] : undefined;
  return scalarText(own) ?? scalarText(first) ?? scalarText(card?.SubnetId);
}
