import { Fault } from '../../api/fault.js';
import type { Understood } from '../persist.js';
import { type Asked, plain, type Thrown } from './failure.js';

/** What keeps a request from being sent at all: no region, no credentials. Undefined where the error is about neither. */
export function configurationFailure(error: Thrown, asked: Asked): Understood | undefined {
  const fault = regionFault(error) ?? credentialsFault(error, asked);
  return fault && { fault, again: 'never', unsure: false };
}

function regionFault({ message }: Thrown): Fault | undefined {
  if (message === 'Region is missing') {
    const text = 'There is no region: neither the blueprint, nor --region, nor the AWS configuration names one.';
    return new Fault('credentials', 'NoRegion', text, 'Write `region:` in the blueprint, or set AWS_REGION.');
  }
  const wrong = /^Region not accepted: region="(.{0,100})" is not a valid hostname component/.exec(message);
  return wrong ? new Fault('credentials', 'NoRegion', `"${plain(wrong[1] ?? '')}" is no region.`) : undefined;
}

function credentialsFault(error: Thrown, { options, host }: Asked): Fault | undefined {
  if (!/^(?:CredentialsProvider|TokenProvider|Provider)Error$/.test(error.name)) return undefined;
  const profile = options.profile ?? options.environment.AWS_PROFILE;
  const flag = profile ? ` --profile ${profile}` : '';
  const { message } = error;
  const fault = (code: string, text: string, hint: string) => new Fault('credentials', code, text, hint);
  if (/aws sso login|\bSSO\b/.test(message)) {
    return fault(
      'ExpiredToken',
      'You are not signed in to AWS, or no longer.',
      `Sign in with \`aws sso login${flag}\`.`,
    );
  }
  if (/aws login|login session/i.test(message)) {
    return fault('ExpiredToken', 'You are not signed in to AWS, or no longer.', `Sign in with \`aws login${flag}\`.`);
  }
  if (profile && /Could not resolve credentials using profile|from any providers/.test(message)) {
    const text = `The profile "${plain(profile)}" does not exist, or has no credentials.`;
    return fault('NoCredentials', text, 'The profiles are in ~/.aws/config and ~/.aws/credentials.');
  }
  if (/from any providers/.test(message)) {
    return fault('NoCredentials', 'There are no credentials for AWS.', isHere(host) ? ANY_KEYS : SIGN_IN);
  }
  const text = `The credentials for AWS cannot be read: ${firstSentence(message)}`;
  return fault(
    'NoCredentials',
    text,
    'Look at the profile in ~/.aws/config, or at the variables that begin with AWS_.',
  );
}

const SIGN_IN =
  'Sign in with `aws login` or `aws sso login`, name a profile with --profile, or use --local, which needs no account.';

/** What plays AWS on this machine asks for a signature, and mostly not whose. */
const ANY_KEYS =
  'An endpoint on this machine mostly takes any: set AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local.';

function isHere(host: string | undefined): boolean {
  return /^(?:127\.0\.0\.1|localhost|\[::1\])(?::|$)/.test(host ?? '');
}

function firstSentence(message: string): string {
  const sentence = plain(message.split(/\n|\.\s/, 1)[0] ?? '');
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}
