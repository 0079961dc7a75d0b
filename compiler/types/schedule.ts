/** A time that comes again, in its one form, or what is wrong with it. */
export type Schedule = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: string };

const UNITS: Readonly<Record<string, string>> = { m: 'minute', h: 'hour', d: 'day' };

/** The fields of a cron expression, with the numbers that each may have and the words that stand for numbers. */
const FIELDS: readonly {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly words?: RegExp;
  readonly marks?: RegExp;
}[] = [
  { name: 'minutes', least: 0, most: 59 },
  { name: 'hours', least: 0, most: 23 },
  { name: 'day of the month', least: 1, most: 31, marks: /^(?:\?|L|LW|\d{1,2}W)$/ },
  { name: 'month', least: 1, most: 12, words: /^(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)$/i },
  {
    name: 'day of the week',
    least: 1,
    most: 7,
    words: /^(?:SUN|MON|TUE|WED|THU|FRI|SAT)$/i,
    marks: /^(?:\?|L|[1-7]L|[1-7]#[1-5])$/,
  },
  { name: 'year', least: 1970, most: 2199 },
];

/** `5m`, `rate(5 minutes)` or `cron(0 8 ? * MON-FRI *)`. */
export function readSchedule(text: string): Schedule {
  const short = /^([1-9]\d{0,5})([mhd])$/.exec(text);
  if (short !== null) return good(rate(Number(short[1]), UNITS[short[2] ?? 'm'] ?? ''));
  const [, value, unit] = /^rate\((\d{1,6}) (minute|hour|day)s?\)$/.exec(text) ?? [];
  if (value !== undefined && unit !== undefined) {
    return Number(value) === 0 ? bad('never comes') : good(rate(Number(value), unit));
  }
  const cron = /^cron\(([^()]*)\)$/.exec(text);
  return cron === null ? bad('says no time') : readCron(text, (cron[1] ?? '').trim().split(/\s+/));
}

/** Of one it is "minute", of more "minutes". */
function rate(count: number, unit: string): string {
  return `rate(${count} ${unit}${count === 1 ? '' : 's'})`;
}

function readCron(text: string, fields: readonly string[]): Schedule {
  if (fields.length !== FIELDS.length) {
    return bad(
      `has ${fields.length} fields, and there are six: minutes, hours, day of the month, month, day of the week, year`,
    );
  }
  const wrong = FIELDS.findIndex((_, index) => !isField(fields[index] ?? '', index));
  if (wrong >= 0) return bad(`has "${fields[wrong]}" as its ${FIELDS[wrong]?.name}`);
  const [, , day, , weekday] = fields;
  return (day === '?') === (weekday === '?')
    ? bad('must have ? either as its day of the month or as its day of the week')
    : good(text);
}

function isField(text: string, index: number): boolean {
  const field = FIELDS[index];
  if (field === undefined) return false;
  const { least, most, words, marks } = field;
  const isValue = (value: string) =>
    words?.test(value) === true || (/^\d{1,4}$/.test(value) && Number(value) >= least && Number(value) <= most);
  return text.split(',').every((part) => {
    const [range = '', step, more] = part.split('/');
    if (more !== undefined || (step !== undefined && !/^[1-9]\d{0,3}$/.test(step))) return false;
    if (range === '*' || (step === undefined && marks?.test(range) === true)) return true;
    const ends = range.split('-');
    return ends.length <= 2 && ends.every(isValue);
  });
}

function good(text: string): Schedule {
  return { ok: true, text };
}

function bad(problem: string): Schedule {
  return { ok: false, problem };
}
