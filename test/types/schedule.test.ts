import { expect } from 'chai';
import { readSchedule } from '../../compiler/types/schedule.js';

const good: readonly (readonly [string, string])[] = [
  ['5m', 'rate(5 minutes)'],
  ['1h', 'rate(1 hour)'],
  ['30d', 'rate(30 days)'],
  ['rate(1 minutes)', 'rate(1 minute)'],
  ['rate(2 hour)', 'rate(2 hours)'],
  ['cron(0 8 ? * MON-FRI *)', 'cron(0 8 ? * MON-FRI *)'],
  ['cron(0/15 8-17 ? * 2-6 2027)', 'cron(0/15 8-17 ? * 2-6 2027)'],
  ['cron(15,45 12 L * ? *)', 'cron(15,45 12 L * ? *)'],
  ['cron(0 0 3W JAN,jul ? 2027-2030)', 'cron(0 0 3W JAN,jul ? 2027-2030)'],
  ['cron(0 9 ? * 2#1 *)', 'cron(0 9 ? * 2#1 *)'],
];

const bad: readonly (readonly [string, string])[] = [
  ['', 'says no time'],
  ['soon', 'says no time'],
  ['0m', 'says no time'],
  ['5s', 'says no time'],
  ['rate(0 minutes)', 'never comes'],
  ['rate(5 weeks)', 'says no time'],
  ['0 8 * * *', 'says no time'],
  ['cron(0 8 * * MON-FRI)', 'has 5 fields'],
  ['cron(0 8 * * MON-FRI *)', 'must have ? either'],
  ['cron(0 8 ? * ? *)', 'must have ? either'],
  ['cron(60 8 ? * MON *)', 'has "60" as its minutes'],
  ['cron(0 24 ? * MON *)', 'has "24" as its hours'],
  ['cron(0 8 32 * ? *)', 'has "32" as its day of the month'],
  ['cron(0 8 ? 13 MON *)', 'has "13" as its month'],
  ['cron(0 8 ? * MO *)', 'has "MO" as its day of the week'],
  ['cron(0 8 ? * 8 *)', 'has "8" as its day of the week'],
  ['cron(0 8 ? * MON 1969)', 'has "1969" as its year'],
  ['cron(0/0 8 ? * MON *)', 'has "0/0" as its minutes'],
];

describe('a schedule', () => {
  for (const [text, form] of good) {
    it(`is ${text}`, () => expect(readSchedule(text)).to.deep.equal({ ok: true, text: form }));
  }
  for (const [text, problem] of bad) {
    it(`is not ${text}`, () => {
      const schedule = readSchedule(text);
      expect(schedule.ok).to.equal(false);
      if (!schedule.ok) expect(schedule.problem).to.match(new RegExp(`^${problem.replaceAll(/[?"]/g, '\\$&')}`));
    });
  }
});
