import type { Python } from './python.js';

/** Programs by others that play AWS over HTTP on this machine. */
export type SimulatorName = 'moto' | 'localstack' | 'ministack';

/** How a simulator is had and started. */
export interface Simulator {
  readonly name: SimulatorName;
  /** The package, for who reads the results. */
  readonly title: string;
  /** The file in test/endpoints/requirements that pins it and all that it needs. */
  readonly requirements: string;
  /** What Python is given to run it on a port. */
  readonly command: (port: number) => readonly string[];
  /** Beside what all of them get. `folder` is for what it writes. */
  readonly environment: (port: number, folder: string) => Readonly<Record<string, string>>;
}

/** The simulators that run on a Python: LocalEmu goes on where LocalStack's open versions end, but not before 3.12. */
export function simulatorsFor(python: Python): readonly Simulator[] {
  return [moto, python.minor < 12 ? localstack : localemu, ministack];
}

const moto: Simulator = {
  name: 'moto',
  title: 'moto',
  requirements: 'moto.txt',
  command: (port) => ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)],
  environment: () => ({}),
};

const localstack: Simulator = {
  name: 'localstack',
  title: 'LocalStack',
  requirements: 'localstack.txt',
  command: () => ['-m', 'localstack.runtime.main'],
  environment: (port, folder) => ({ ...gateway(port), LOCALSTACK_VOLUME_DIR: folder, ACTIVATE_PRO: '0' }),
};

const localemu: Simulator = {
  name: 'localstack',
  title: 'LocalEmu',
  requirements: 'localemu.txt',
  command: () => ['-m', 'localemu.runtime.main'],
  environment: (port, folder) => ({ ...gateway(port), LOCALEMU_VOLUME_DIR: folder }),
};

const ministack: Simulator = {
  name: 'ministack',
  title: 'MiniStack',
  requirements: 'ministack.txt',
  command: () => ['-m', 'ministack'],
  environment: (port, folder) => ({
    GATEWAY_PORT: String(port),
    BIND_HOST: '127.0.0.1',
    IOT_MTLS_ENABLED: '0',
    SFTP_ENABLED: '0',
    S3_DATA_DIR: `${folder}/s3`,
    STATE_DIR: `${folder}/state`,
  }),
};

/** Reports nothing, resolves no names, downloads nothing. */
function gateway(port: number): Record<string, string> {
  return { GATEWAY_LISTEN: `127.0.0.1:${port}`, DISABLE_EVENTS: '1', DNS_ADDRESS: '0', SKIP_SSL_CERT_DOWNLOAD: '1' };
}
