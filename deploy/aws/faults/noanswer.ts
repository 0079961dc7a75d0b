import { Fault } from '../../api/fault.js';
import type { NoAnswer } from '../answers.js';
import type { Understood } from '../persist.js';
import type { Asked } from './failure.js';

const FORMS: Readonly<Record<NoAnswer['form'], string>> = {
  page: 'a web page',
  cut: 'an answer that is cut off',
  empty: 'an empty answer',
  long: 'an answer without an end',
  other: 'something that is no answer',
};

/** What came back is no answer: of a proxy, a captive portal, another server. */
export function noAnswer({ status, form }: NoAnswer, { service, host }: Asked): Understood {
  const from = host === undefined ? '' : ` from ${host}`;
  const text = `Instead of ${service}'s answer, ${FORMS[form]} came${from} (status ${status}).`;
  const hint =
    status === 407
      ? 'A proxy on the way wants to know who asks.'
      : 'A proxy or a sign-in page of the network may stand between; open it in a browser, or try another network.';
  const again = status >= 500 || (status < 300 && (form === 'cut' || form === 'empty')) ? 'transient' : 'never';
  return { fault: new Fault('broken', 'NoAnswer', text, hint), again, unsure: status < 400 || status >= 500 };
}
