import { Fault } from '../../api/fault.js';
import { NoAnswer } from '../answers.js';
import type { AwsOptions } from '../connect.js';
import type { Understand, Understood } from '../persist.js';
import { configurationFailure } from './configuration.js';
import { type Asked, plain, type Thrown } from './failure.js';
import { networkFailure } from './network.js';
import { noAnswer } from './noanswer.js';
import { serviceFailure } from './service.js';

/** The parts of a client's configuration that say more about a failure. */
interface Config {
  readonly endpoint?: (() => Promise<{ readonly hostname: string; readonly port?: number }>) | undefined;
  readonly serviceConfiguredEndpoint?: (() => Promise<string | undefined>) | undefined;
  readonly credentials?: (() => Promise<object>) | undefined;
}

/**
 * Makes faults of all that the SDK throws. AbortError, what is a fault already, and the errors of a program that is
 * wrong are thrown as they are.
 */
export function understanding(service: string, options: AwsOptions, config: Config): Understand {
  return async (error) => {
    if (!(error instanceof Error) || error instanceof Fault || error.name === 'AbortError') throw error;
    const sso = /^ExpiredToken/.test(error.name) && (await isSso(config));
    const asked = { service, options, host: await hostOf(config), sso };
    const understood = understand(error, asked);
    if (understood === undefined) throw error;
    return understood;
  };
}

function understand(error: Thrown, asked: Asked): Understood | undefined {
  if (error instanceof NoAnswer) return noAnswer(error, asked);
  const status = error.$metadata?.httpStatusCode;
  // The SDK found an answer, and could not read it.
  if (status !== undefined && error.$fault === undefined) return noAnswer(new NoAnswer(status, 'other'), asked);
  if (status !== undefined) return serviceFailure(error, asked);
  const known = configurationFailure(error, asked) ?? networkFailure(error, asked);
  if (known !== undefined || isBug(error)) return known;
  const fault = new Fault('broken', error.name, `${asked.service} cannot be asked: ${plain(error.message)}`);
  return { fault, again: 'never', unsure: true };
}

function isBug(error: Error): boolean {
  return error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
}

async function hostOf({ endpoint, serviceConfiguredEndpoint }: Config): Promise<string | undefined> {
  try {
    if (endpoint !== undefined) {
      const { hostname, port } = await endpoint();
      return port === undefined ? hostname : `${hostname}:${port}`;
    }
    const configured = await serviceConfiguredEndpoint?.();
    return configured && new URL(configured).host;
  } catch {
    return undefined;
  }
}

/** The SDK notes on credentials where they come from, for its User-Agent. */
async function isSso({ credentials }: Config): Promise<boolean> {
  try {
    const found = (await credentials?.()) as { readonly $source?: object } | undefined;
    return Object.keys(found?.$source ?? {}).some((source) => source.includes('SSO'));
  } catch {
    return false;
  }
}
