import { Fault } from '../../api/fault.js';
import { type Asked, NOTHING_SAID, plain, type Thrown } from './failure.js';

/** What is wrong with who asks. */
type Access = 'expired' | 'skewed' | 'unknown' | 'unsigned' | 'missing' | 'denied' | 'closed';

/** AWS General Reference and IAM User Guide, "Common errors"; S3 API Reference, "Error responses". */
const CODES: ReadonlyMap<string, Access> = new Map([
  ['ExpiredToken', 'expired'],
  ['ExpiredTokenException', 'expired'],
  ['TokenRefreshRequired', 'expired'],
  ['RequestExpired', 'skewed'],
  ['RequestInTheFuture', 'skewed'],
  ['RequestTimeTooSkewed', 'skewed'],
  ['AuthFailure', 'unknown'],
  ['InvalidAccessKeyId', 'unknown'],
  ['InvalidClientTokenId', 'unknown'],
  ['InvalidToken', 'unknown'],
  ['UnrecognizedClientException', 'unknown'],
  ['IncompleteSignature', 'unsigned'],
  ['InvalidSignatureException', 'unsigned'],
  ['SignatureDoesNotMatch', 'unsigned'],
  ['MissingAuthenticationToken', 'missing'],
  ['MissingAuthenticationTokenException', 'missing'],
  ['AccessDenied', 'denied'],
  ['AccessDeniedException', 'denied'],
  ['AuthorizationError', 'denied'],
  ['NotAuthorized', 'denied'],
  ['UnauthorizedOperation', 'denied'],
  ['OptInRequired', 'closed'],
]);

/**
 * The fault of an answer that says no because of who asks; undefined where it says no because of what is asked. What a
 * service says about signatures is not repeated: it holds what was signed, the session's token in it.
 */
export function accessFault(code: string, error: Thrown, asked: Asked): Fault | undefined {
  const access = CODES.get(code);
  if (access === undefined) return undefined;
  const skewed =
    access === 'skewed' || (access === 'unsigned' && /signature (?:expired|not yet current)/i.test(error.message));
  const [text, hint] = skewed ? clockSentence(error, asked) : SENTENCES[access](error, asked);
  return new Fault('credentials', code, text, hint);
}

type Sentence = (error: Thrown, asked: Asked) => readonly [text: string, hint: string];

const SENTENCES: Readonly<Record<Access, Sentence>> = {
  expired: (_, asked) => ['The credentials for AWS have expired.', renewal(asked)],
  skewed: clockSentence,
  unknown: () => [
    'AWS does not know these credentials.',
    'The access key may be deleted, of another partition, or without its session token.',
  ],
  unsigned: () => [
    'AWS does not accept the signature of the request.',
    'The secret access key does not belong to the access key, or a proxy changes requests on their way.',
  ],
  missing: () => ['The request carried no credentials.', 'A proxy may have taken them out.'],
  denied,
  closed: ({ message }, { service }) => [
    `This account may not use ${service} in this region: "${plain(message)}".`,
    'Enable the region in the account, or choose another.',
  ],
};

function renewal({ sso, options }: Asked): string {
  const profile = options.profile ?? options.environment.AWS_PROFILE;
  if (sso) return `Sign in again with \`aws sso login${profile ? ` --profile ${profile}` : ''}\`.`;
  return 'Get new ones: sign in again, or replace AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.';
}

/** Service Authorization Reference: "… is not authorized to perform: ACTION on resource: ARN because …". */
function denied({ message }: Thrown, { service }: Asked): readonly [string, string] {
  const found =
    /not authorized to perform: ([\w-]+:\w+)(?: on resource: (\S+))?(?: (with an explicit deny[^.]*|because [^.]*))?/.exec(
      message,
    );
  if (!found) {
    const says = message === NOTHING_SAID ? '' : `: "${plain(message)}"`;
    return [
      `${service} does not allow it${says}.`,
      'Look at the policies of who deploys, and at those of what is asked for.',
    ];
  }
  const [, action, resource, why] = found;
  const where = resource ? ` on ${plain(resource)}` : '';
  const how = why?.includes('explicit deny')
    ? 'A policy denies it explicitly; allowing it elsewhere does not help.'
    : `A policy of who deploys must allow "${action}".`;
  return [`AWS does not allow "${action}"${where}.`, how];
}

function clockSentence({ $response }: Thrown, { options }: Asked): readonly [string, string] {
  const theirs = Date.parse($response?.headers?.date ?? '');
  const minutes = Math.round((options.clock.now() - theirs) / 60_000);
  const much =
    Number.isNaN(minutes) || minutes === 0
      ? 'wrong'
      : `${Math.abs(minutes)} minutes ${minutes > 0 ? 'ahead' : 'behind'}`;
  return [
    `AWS does not take the request because the clock of this machine is ${much}.`,
    'Set the clock, or switch on its synchronisation.',
  ];
}
