import { readSchedule } from './schedule.js';

/** What a reader of a small text found: what it means, or what is wrong with it. */
export type FormatResult =
  | { readonly ok: true; readonly value: string | number | undefined | Readonly<Record<string, string | number>> }
  | {
      readonly ok: false;
      readonly problem: string;
      readonly hint: string;
      readonly code: 'bad-text' | 'literal-secret';
    };

interface Format {
  readonly read: (text: string) => FormatResult;
  /** The members that a value has which is not known yet, each the value itself; undefined where it is one value. */
  readonly members?: readonly string[];
}

/** The closed list of small texts that a type may ask for (docs/components.md), the only places where they are read. */
export const formats: ReadonlyMap<string, Format> = new Map(
  Object.entries({
    ports: { read: readPorts, members: ['from', 'to'] },
    cidr: { read: readCidr },
    duration: { read: readDuration },
    schedule: { read: readTimes },
    secret: { read: readSecret },
  }),
);

function good(value: string | number | undefined | Readonly<Record<string, string | number>>): FormatResult {
  return { ok: true, value };
}

function bad(problem: string, hint: string): FormatResult {
  return { ok: false, problem, hint, code: 'bad-text' };
}

function readPorts(text: string): FormatResult {
  if (text === 'all') return good({ from: 0, to: 65535 });
  const match = /^(\d{1,5})(?:\s*-\s*(\d{1,5}))?$/.exec(text);
  const hint = 'Write a port (22), a range (1024-65535) or "all".';
  if (match === null) return bad('is neither a port nor a range of ports', hint);
  const from = Number(match[1]);
  const to = Number(match[2] ?? match[1]);
  if (to > 65535) return bad('is above the highest port, 65535', hint);
  return from > to ? bad('is a range that ends before it begins', hint) : good({ from, to });
}

/** An IPv4 or IPv6 block (RFC 4632, RFC 4291); the latter is a map, since templates say it elsewhere. */
function readCidr(text: string): FormatResult {
  if (text === 'anywhere') return good('0.0.0.0/0');
  const [address = '', prefix, more] = text.split('/');
  const hint = 'Write a block such as 10.0.0.0/16, 203.0.113.7/32 for one address, or "anywhere".';
  if (prefix === undefined || more !== undefined || !/^\d{1,3}$/.test(prefix)) {
    return bad('is not an address block', hint);
  }
  if (address.includes(':'))
    return isIpv6(address) && Number(prefix) <= 128 ? good({ ipv6: text }) : bad('is not an address block', hint);
  const octets = address.split('.');
  const fits = octets.length === 4 && octets.every((octet) => /^(0|[1-9]\d{0,2})$/.test(octet) && Number(octet) <= 255);
  if (!fits || Number(prefix) > 32) return bad('is not an address block', hint);
  const network = networkOf(octets.map(Number), Number(prefix));
  return network === address ? good(text) : bad(`has bits beyond its prefix`, `The block is ${network}/${prefix}.`);
}

function networkOf(octets: readonly number[], prefix: number): string {
  return octets
    .map((octet, index) => octet & ((0xff00 >> Math.max(0, Math.min(8, prefix - 8 * index))) & 0xff))
    .join('.');
}

function isIpv6(address: string): boolean {
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  return (
    groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group)) &&
    (halves.length === 2 ? groups.length < 8 : groups.length === 8)
  );
}

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86400 };

/** `15m`, or an ISO 8601 duration of days and smaller (`PT1H30M`); seconds. */
function readDuration(text: string): FormatResult {
  const short = /^(\d{1,9})([smhd])$/.exec(text);
  if (short !== null) return good(Number(short[1]) * (UNITS[short[2] ?? 's'] ?? 1));
  if (/^\d{1,9}$/.test(text)) return good(Number(text));
  const iso = /^P(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/.exec(text);
  if (iso === null || iso.slice(1).every((part) => part === undefined)) {
    return bad('is not a duration', 'Write 30s, 15m, 2h, 7d, or an ISO 8601 duration such as PT15M.');
  }
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = iso.slice(1).map((part) => Number(part ?? 0));
  return good(((days * 24 + hours) * 60 + minutes) * 60 + seconds);
}

function readTimes(text: string): FormatResult {
  const schedule = readSchedule(text);
  const hint = 'Write 5m, 1h or 1d, rate(5 minutes), or cron(0 8 ? * MON-FRI *) for 8:00 UTC on working days.';
  return schedule.ok ? good(schedule.text) : bad(schedule.problem, hint);
}

/** JIML's `"****"` leaves the secret to the service; dynamic references are resolved by CloudFormation. */
function readSecret(text: string): FormatResult {
  if (/^\*+$/.test(text)) return good(undefined);
  if (/^\{\{resolve:(secretsmanager|ssm-secure):/.test(text)) return good(text);
  return {
    ok: false,
    code: 'literal-secret',
    problem: 'is a secret',
    hint: 'Refer to a parameter with noEcho: true, write a dynamic reference ({{resolve:secretsmanager:…}}), or "****" to let the service make and keep it.',
  };
}
