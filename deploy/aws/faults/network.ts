import { Fault } from '../../api/fault.js';
import type { Understood } from '../persist.js';
import type { Asked, Thrown } from './failure.js';

interface Cause {
  /** What is said, with the host put in. */
  readonly text: (host: string) => string;
  readonly hint: string;
  /** Whether the request may have arrived. */
  readonly unsure: boolean;
  readonly again: 'transient' | 'never';
}

const NETWORK = 'Look whether the network is up, and whether a firewall or a proxy stands between.';

const refused: Cause = {
  text: (host) => `Nothing answers at ${host}: it refused the connection.`,
  hint: 'Look whether something runs there, and whether the port is right.',
  unsure: false,
  again: 'transient',
};
const nameless: Cause = {
  text: (host) => `The host ${host} cannot be found.`,
  hint: 'Look whether the network is up, and whether the region is spelled right.',
  unsure: false,
  again: 'transient',
};
const unreachable: Cause = {
  text: (host) => `There is no way to ${host} from here.`,
  hint: NETWORK,
  unsure: false,
  again: 'transient',
};
const cut: Cause = {
  text: (host) => `The connection to ${host} was cut before an answer came.`,
  hint: NETWORK,
  unsure: true,
  again: 'transient',
};
const silent: Cause = {
  text: (host) => `No answer came from ${host} in time.`,
  hint: NETWORK,
  unsure: true,
  again: 'transient',
};
const distrusted: Cause = {
  text: (host) => `The certificate of ${host} is not trusted.`,
  hint: 'Where a proxy has its own certificates, AWS_CA_BUNDLE names the file that they are in.',
  unsure: false,
  again: 'never',
};
const foreign: Cause = {
  text: (host) => `What answers at ${host} does not speak the protocol of its address.`,
  hint: 'Look whether the address begins with http:// where https:// is meant, or the other way round.',
  unsure: false,
  again: 'never',
};

/** node's and OpenSSL's codes; node.js documentation, "Errors" and "TLS (SSL)". */
const CAUSES: ReadonlyMap<string, Cause> = new Map([
  ['ECONNREFUSED', refused],
  ['ENOTFOUND', nameless],
  ['EAI_AGAIN', nameless],
  ['EHOSTUNREACH', unreachable],
  ['ENETUNREACH', unreachable],
  ['ENETDOWN', unreachable],
  ['EADDRNOTAVAIL', unreachable],
  ['ECONNRESET', cut],
  ['ECONNABORTED', cut],
  ['EPIPE', cut],
  ['ERR_STREAM_PREMATURE_CLOSE', cut],
  ['ETIMEDOUT', silent],
  ['CERT_HAS_EXPIRED', distrusted],
  ['CERT_NOT_YET_VALID', distrusted],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', distrusted],
  ['ERR_TLS_CERT_ALTNAME_INVALID', distrusted],
  ['SELF_SIGNED_CERT_IN_CHAIN', distrusted],
  ['UNABLE_TO_GET_ISSUER_CERT', distrusted],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', distrusted],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', distrusted],
  ['EPROTO', foreign],
]);

/** No answer came: the network, a name, a time-out, a certificate. Undefined where the error is about none of these. */
export function networkFailure(error: Thrown, { service, host }: Asked): Understood | undefined {
  const code = error.code ?? '';
  const cause = CAUSES.get(code) ?? otherwise(error, code);
  if (cause === undefined) return undefined;
  const at = error.address === undefined ? undefined : `${error.address}:${error.port}`;
  const text = cause.text(host ?? error.hostname ?? at ?? service);
  const fault = new Fault('unreachable', code === '' ? error.name : code, text, cause.hint);
  return { fault, again: cause.again, unsure: cause.unsure };
}

function otherwise(error: Thrown, code: string): Cause | undefined {
  if (/^(?:ERR_SSL_|HPE_)/.test(code)) return foreign;
  // The SDK says so without a code where no connection came about.
  if (error.name === 'TimeoutError') return /did not establish a connection/.test(error.message) ? unanswered : silent;
  return undefined;
}

const unanswered: Cause = {
  text: (host) => `No connection to ${host} came about in time.`,
  hint: NETWORK,
  unsure: false,
  again: 'transient',
};
