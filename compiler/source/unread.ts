import type { Report } from '../diagnostics/diagnostic.js';
import type { Unread } from './files.js';
import type { Place } from './place.js';

type Reason = Unread['reason'];

/** What there is to say of a reason, where that depends on what was to be read. */
export type Problems = Readonly<Record<Exclude<Reason, 'missing' | 'outside'>, string>>;

/** Reports at the place that names a file why it was not read. */
export function reportUnread(
  file: string,
  reason: Reason,
  problems: Problems,
  place: Place,
  report: Report,
): undefined {
  if (reason === 'missing')
    report('file-missing', place, { file }, { hint: "It is looked for from the blueprint's folder." });
  else if (reason === 'outside')
    report(
      'file-outside',
      place,
      { file },
      { hint: 'Copy it into the folder; a link that leads out of it does not help.' },
    );
  else report('file-unreadable', place, { file, problem: problems[reason] });
  return undefined;
}
