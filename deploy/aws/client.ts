import type { AwsOptions } from './connect.js';

/** The part of a client's configuration that is asked, of any service. */
interface Client {
  readonly config: { readonly serviceConfiguredEndpoint?: () => Promise<string | undefined> };
}

/**
 * Makes a client of the SDK, and has it find its endpoint. Two things can only be told to the SDK through the
 * process's environment: the profile whose endpoint is meant, and that our users are not to read about versions of node.
 */
export async function clientOf<C extends Client>(options: AwsOptions, make: () => C): Promise<C> {
  const { profile } = options;
  const restore = setAll({
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    ...(profile && { AWS_PROFILE: profile }),
  });
  try {
    const client = make();
    if (profile) await client.config.serviceConfiguredEndpoint?.();
    return client;
  } finally {
    restore();
  }
}

function setAll(values: Readonly<Record<string, string>>): () => void {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, values);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}
