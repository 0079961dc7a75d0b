import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { Answer, CloudFormation, Input, Operation } from '../api/cloudformation.js';
import type { Clock } from '../api/session.js';
import type { Storage } from '../api/storage.js';
import { watchAnswers } from './answers.js';
import { clientOf } from './client.js';
import { COMMANDS } from './commands.js';
import { understanding } from './faults/understand.js';
import { persist } from './persist.js';
import { isRepeatable } from './safety.js';
import { settings } from './settings.js';
import { lazyStorage } from './storage.js';

/** How AWS is reached. What is not given here is taken from where the AWS SDK takes it. */
export interface AwsOptions {
  readonly region?: string;
  readonly profile?: string;
  /** Where CloudFormation and S3 answer, in place of AWS. */
  readonly endpointUrl?: string;
  /** For waiting between attempts. */
  readonly clock: Clock;
  readonly environment: NodeJS.ProcessEnv;
  /** Milliseconds until a connection stands (5,000), and that an answer may take to begin or go on (60,000). */
  readonly timeouts?: { readonly connection: number; readonly answer: number };
}

/**
 * CloudFormation and S3 of an account and region, over HTTP.
 *
 * @throws Fault where there is no region, or the configuration cannot be read.
 */
export async function connect(
  options: AwsOptions,
): Promise<{ readonly cloud: CloudFormation; readonly storage: Storage; readonly region: string }> {
  const client = await clientOf(options, () => new CloudFormationClient(settings(options)));
  watchAnswers(client.middlewareStack, 'document');
  const { clock } = options;
  const understand = understanding('CloudFormation', options, client.config);
  const region = await persist(() => client.config.region(), { understand, attempts: 1, repeatable: true, clock });
  const attempts = await client.config.maxAttempts();
  return {
    region,
    storage: lazyStorage({ ...options, region }),
    cloud: {
      call<O extends Operation>(operation: O, input: Input<O>, signal?: AbortSignal): Promise<Answer<O>> {
        // The table says that the class takes this input and gives this answer, for each operation by itself only.
        const Command = COMMANDS[operation] as unknown as new (given: Input<O>) => Sendable<O>;
        const send = client.send.bind(client) as unknown as Send<O>;
        const attempt = async (): Promise<Answer<O>> => {
          const { $metadata, ...answer } = await send(new Command(input), signal ? { abortSignal: signal } : {});
          return answer as Answer<O>;
        };
        return persist(attempt, {
          understand,
          attempts,
          repeatable: isRepeatable(operation, input),
          clock,
          ...(signal && { signal }),
        });
      },
    },
  };
}

interface Sendable<O extends Operation> {
  readonly input: Input<O>;
}

type Send<O extends Operation> = (
  command: Sendable<O>,
  options: { readonly abortSignal?: AbortSignal },
) => Promise<Answer<O> & { readonly $metadata: object }>;
