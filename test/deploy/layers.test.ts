import { expect } from 'chai';
import { cycleIn, type Import, importsIn, sourcesOf, textOf } from '../compiler/imports.js';

/** The folders of deploy/, from the bottom up, and which of the others each may import; docs/architecture.md says why. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  api: [],
  local: ['api'],
  aws: ['api'],
  inputs: ['api'],
  changes: ['api', 'inputs'],
  plan: ['api', 'inputs', 'changes'],
  progress: ['api'],
  flow: ['api', 'inputs', 'changes', 'plan', 'progress'],
  queries: ['api', 'inputs', 'changes', 'flow'],
  commands: ['api', 'inputs', 'changes', 'plan', 'progress', 'flow', 'queries', 'local'],
};

/** Packages and parts of node, and the only places that may import them as the program runs. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  '@aws-sdk/client-cloudformation': ['aws'],
  '@aws-sdk/client-s3': ['aws'],
  '@smithy/node-http-handler': ['aws'],
  ajv: ['plan'],
  'node:crypto': ['local', 'inputs', 'plan', 'flow', 'commands', 'aws'],
  'node:fs': ['local', 'plan', 'inputs', 'commands/rehearse', 'aws/settings'],
  'node:http': ['local/serve'],
  'node:os': ['commands/rehearse'],
  'node:path': ['local', 'inputs', 'commands/rehearse'],
  'node:tls': ['aws/settings'],
  'node:util': ['progress'],
};

const sources = sourcesOf('deploy');

function layerOf(file: string): string {
  return file.split('/')[1] ?? '';
}

function isAllowed(file: string, { kind, to }: Import): boolean {
  if (kind === 'type' || to.startsWith('compiler/')) return true;
  const from = layerOf(file);
  if (to.startsWith('deploy/')) return layerOf(to) === from || LAYERS[from]?.includes(layerOf(to)) === true;
  return (PACKAGES[to] ?? []).some((place) => file.startsWith(`deploy/${place}`));
}

describe('the layers of deploy/', () => {
  it('are all of its folders', () => {
    expect([...new Set(sources.map(layerOf))].sort()).to.deep.equal(Object.keys(LAYERS).sort());
  });

  it('tell a wrong import from a right one', () => {
    expect(isAllowed('deploy/flow/a.ts', { kind: 'runtime', to: 'deploy/aws/b.ts' })).to.equal(false);
    expect(isAllowed('deploy/flow/a.ts', { kind: 'lazy', to: '@aws-sdk/client-s3' })).to.equal(false);
    expect(isAllowed('deploy/aws/a.ts', { kind: 'lazy', to: '@aws-sdk/client-s3' })).to.equal(true);
  });

  for (const file of sources) {
    it(`${file} imports only what is below it`, () => {
      const wrong = importsIn(file, textOf(file)).filter((one) => !isAllowed(file, one));
      expect(wrong.map(({ kind, to }) => `${to} (${kind})`)).to.deep.equal([]);
    });
  }

  it('have no cycle of imports', () => {
    const graph = sources.map((file) => {
      const imports = importsIn(file, textOf(file)).filter(({ kind }) => kind !== 'type');
      return [file, imports.map(({ to }) => to)] as const;
    });
    expect(cycleIn(new Map(graph))).to.equal(undefined);
  });

  it('are unknown to the compiler', () => {
    const wrong = sourcesOf('compiler').filter((file) =>
      importsIn(file, textOf(file)).some(({ to }) => to.startsWith('deploy/')),
    );
    expect(wrong).to.deep.equal([]);
  });
});
