import { addresses } from './address.js';
import { Chance } from './hash.js';
import { type Birth, scalarText } from './model.js';

/** What a pattern can say beside what the birth says. */
export interface Known {
  readonly id?: string;
  readonly name?: () => string;
  readonly generated?: () => string;
}

/**
 * Fills in a pattern of types.json. Words with a number are chance of that many characters (`hex17`, `mixed12`), or the
 * beginning of what they name (`logical4`); `own:hex16` is the same chance wherever the resource says it. `arn:s` begins
 * the ARN of a service, `global:s` one without a region, `bare:s` one without an account; `of:P` is a property.
 *
 * @param salt What is filled in, so that two patterns of a resource do not have the same chance.
 */
export function fill(pattern: string, birth: Birth, salt: string, known: Known = {}): string {
  const chance = new Chance(salt, birth.stackId, birth.id, birth.type, String(birth.generation));
  return pattern.replace(
    /\{([A-Za-z]+)(\d*)(?::([A-Za-z0-9-]+))?\}/g,
    (whole, word: string, digits: string, of = '') => {
      const length = digits === '' ? undefined : Number(digits);
      if (length !== undefined && isChance(word)) return chance[word](length);
      const text = WORDS.get(word)?.(birth, chance, known, of) ?? whole;
      return length === undefined ? text : text.slice(0, length);
    },
  );
}

type Word = (birth: Birth, chance: Chance, known: Known, of: string) => string;

const WORDS: ReadonlyMap<string, Word> = new Map<string, Word>([
  ['account', ({ account }) => account],
  ['arn', ({ partition, region, account }, _, __, of) => `arn:${partition}:${of}:${region}:${account}:`],
  ['bare', ({ partition }, _, __, of) => `arn:${partition}:${of}:::`],
  ['compute', ({ region }) => (region === 'us-east-1' ? 'compute-1.amazonaws.com' : `${region}.compute.amazonaws.com`)],
  ['customId', ({ stackName, id }, chance) => `${stackName}-${id}-${chance.mixed(12)}`],
  ['escapedStack', ({ stackId }) => encodeURIComponent(stackId)],
  ['fingerprint', (_, chance) => Array.from({ length: 20 }, () => chance.hex(2)).join(':')],
  ['generated', (_, __, { generated }) => generated?.() ?? ''],
  ['global', ({ partition, account }, _, __, of) => `arn:${partition}:${of}::${account}:`],
  ['id', (_, __, { id }) => id ?? ''],
  ['internal', ({ region }) => (region === 'us-east-1' ? 'ec2.internal' : `${region}.compute.internal`)],
  ['logical', ({ id }) => id],
  ['name', (_, __, { name }) => name?.() ?? ''],
  ['of', property],
  ['own', own],
  ['port', (birth) => addresses(birth).port],
  ['prefix', ({ stackName }) => stackName],
  ['privateDashes', (birth) => addresses(birth).privateIp.replaceAll('.', '-')],
  ['privateIp', (birth) => addresses(birth).privateIp],
  ['privateIps', several],
  ['publicDashes', (birth) => addresses(birth).publicIp.replaceAll('.', '-')],
  ['publicIp', (birth) => addresses(birth).publicIp],
  ['region', ({ region }) => region],
  ['stackId', ({ stackId }) => stackId],
  ['uuid', (_, chance) => chance.uuid()],
  ['version', ({ changes = 0 }) => String(changes + 1)],
]);

const CHANCE = ['hex', 'mixed', 'upper', 'lower', 'digits'] as const;

function isChance(word: string): word is (typeof CHANCE)[number] {
  return CHANCE.some((one) => one === word);
}

function own(birth: Birth, _: Chance, __: Known, of: string): string {
  return fill(`{${of}}`, birth, 'own');
}

function property({ properties, region }: Birth, chance: Chance, _: Known, of: string): string {
  const given = scalarText(properties[of]);
  if (given !== undefined) return given;
  if (of === 'Path') return '/';
  if (of === 'AvailabilityZone') return `${region}${'abc'[chance.number(3)]}`;
  return DEFAULTS.get(of) ?? chance.mixed(12);
}

/** As many addresses as a property says, between commas. */
function several(birth: Birth, _: Chance, __: Known, of: string): string {
  const count = Math.min(64, Math.max(1, Number(scalarText(birth.properties[of]) ?? 1) || 1));
  const numbered = Array.from({ length: count }, (_each, at) => ({ ...birth, id: `${birth.id}/${at}` }));
  return numbered.map((one) => addresses(one).privateIp).join(',');
}

/** What counts where a property is not given. */
const DEFAULTS: ReadonlyMap<string, string> = new Map([
  ['Cluster', 'default'],
  ['CidrBlock', '10.0.0.0/16'],
  ['DestinationCidrBlock', '::/0'],
]);
