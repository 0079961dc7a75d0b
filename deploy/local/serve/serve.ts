import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Fault } from '../../api/fault.js';
import { send } from './http.js';
import { reply, type Served } from './reply.js';

export type { Served } from './reply.js';

export interface ServeOptions {
  /** 0 for one that is free. */
  readonly port: number;
  readonly open: (region: string) => Served;
  /** Hears of bugs of ours, of which a client is told only that there is one. */
  readonly onBug?: (error: unknown) => void;
}

/**
 * Offers CloudFormation, and what of S3 templates need, over HTTP on 127.0.0.1, as AWS speaks it.
 *
 * @throws Fault where the port cannot be had.
 */
export async function serve(options: ServeOptions): Promise<{ readonly url: string; close(): Promise<void> }> {
  const open = remembered(options.open);
  const server = createServer(async (message, response) => {
    try {
      const answer = await reply(message, open);
      if (answer.bug !== undefined) options.onBug?.(answer.bug);
      send(response, message.method, answer);
    } catch {
      // The other side is gone.
      response.destroy();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portFault(options.port, error)));
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Opens each region once. */
function remembered(open: (region: string) => Served): (region: string) => Served {
  const regions = new Map<string, Served>();
  return (region) => {
    const served = regions.get(region) ?? open(region);
    regions.set(region, served);
    return served;
  };
}

function portFault(port: number, { code }: NodeJS.ErrnoException): Fault {
  const text =
    code === 'EADDRINUSE' ? `Something else listens on port ${port}.` : `Port ${port} cannot be used (${code}).`;
  return new Fault('unreachable', code ?? 'Listen', text, 'Choose another with --port, or 0 for one that is free.');
}
