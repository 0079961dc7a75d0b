import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { Fault } from '../api/fault.js';
import type { AwsOptions } from './connect.js';

/** What the clients of all services are configured with; what is left out, the SDK finds where it always looks. */
export interface Settings {
  readonly profile?: string;
  readonly region?: string;
  readonly endpoint?: string;
  readonly credentials?: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
  readonly customUserAgent: string;
  readonly logger: Quiet;
  readonly retryStrategy: typeof ONCE;
  readonly requestHandler: {
    connectionTimeout: number;
    requestTimeout: number;
    socketTimeout: number;
    throwOnRequestTimeout: true;
    httpsAgent?: { ca: string[] };
  };
}

const TIMEOUTS = { connection: 5000, answer: 60_000 };

/** Asking again is decided by `persist`. */
const ONCE = {
  acquireInitialRetryToken: async () => ({ getRetryCount: () => 0, getRetryDelay: () => 0 }),
  refreshRetryTokenForRetry: async () => {
    throw new Error('jiml decides whether to ask again');
  },
  recordSuccess: () => {},
};

/** Takes what the SDK would print; it prints to standard error where there is no logger, or the SDK's own silent one. */
class Quiet {
  trace() {}
  debug() {}
  info() {}
  warn() {}
  error() {}
}

/** @throws Fault where the address of the endpoint is none, or the file with the certificates cannot be read. */
export function settings(options: AwsOptions): Settings {
  const { environment, profile, endpointUrl } = options;
  const region = options.region ?? (environment.AWS_REGION || environment.AWS_DEFAULT_REGION);
  const credentials = profile === undefined ? credentialsIn(environment) : undefined;
  const { connection, answer } = options.timeouts ?? TIMEOUTS;
  const certificates = certificatesIn(environment);
  return {
    ...(profile && { profile }),
    ...(region && { region }),
    ...(endpointUrl && { endpoint: endpointOf(endpointUrl) }),
    ...(credentials && { credentials }),
    customUserAgent: 'jiml',
    logger: new Quiet(),
    retryStrategy: ONCE,
    requestHandler: {
      connectionTimeout: connection,
      requestTimeout: answer,
      socketTimeout: answer,
      throwOnRequestTimeout: true,
      ...(certificates && { httpsAgent: { ca: certificates } }),
    },
  };
}

/** As the SDK does, but without loading the chain of all the places where credentials may be. */
function credentialsIn(environment: NodeJS.ProcessEnv): Settings['credentials'] {
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token, AWS_PROFILE } = environment;
  if (AWS_PROFILE || !id || !secret) return undefined;
  return { accessKeyId: id, secretAccessKey: secret, ...(token && { sessionToken: token }) };
}

function endpointOf(url: string): string {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  throw new Fault(
    'refused',
    'InvalidEndpoint',
    `"${url}" is no address of an endpoint.`,
    'Write http:// or https:// and a host.',
  );
}

/** The SDK does not know the variable that the AWS CLI reads; node itself has NODE_EXTRA_CA_CERTS. */
function certificatesIn({ AWS_CA_BUNDLE: file }: NodeJS.ProcessEnv): string[] | undefined {
  if (!file) return undefined;
  try {
    return [...rootCertificates, readFileSync(file, 'utf8')];
  } catch {
    throw new Fault(
      'unreachable',
      'CaBundle',
      `The certificates in "${file}" cannot be read.`,
      'AWS_CA_BUNDLE names that file.',
    );
  }
}
