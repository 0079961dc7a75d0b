import { tmpdir } from 'node:os';
import { expect } from 'chai';
import fc from 'fast-check';
import { compile } from '../../compiler/compile.js';

const KNOWN = {
  types: ['server', 'network', 'subnet', 'firewall', 'loadbalancer', 'database', 'bucket'],
  keys: ['allow', 'script', 'network', 'publicAddress', 'disk', 'ready'],
  names: ['WebServer', 'Database', 'Password', 'AWS::Region', 'AWS::StackName'],
  attributes: ['address', 'username', 'firewall'],
  topLevel: [
    'resources',
    'parameters',
    'conditions',
    'mappings',
    'outputs',
    'metadata',
    'transform',
    'description',
    'region',
  ],
};

/** A blueprint with a name at one of the places where names stand. */
const PLACES: readonly [kind: keyof typeof KNOWN, write: (name: string) => string][] = [
  ['types', (name) => blueprint(`  - { type: ${name}, id: Wrong }\n`)],
  ['keys', (name) => blueprint(`  - { type: server, id: Wrong, config: { ${name}: 1 } }\n`)],
  ['names', (name) => blueprint(`  - { type: AWS::SNS::Topic, id: Wrong, config: { TopicName: $${name} } }\n`)],
  [
    'names',
    (name) => blueprint(`  - { type: AWS::SNS::Topic, id: Wrong, config: { TopicName: "a-\${{ ${name} }}" } }\n`),
  ],
  ['names', (name) => blueprint(`  - { type: AWS::SNS::Topic, id: Wrong, config: { TopicName: !Ref "${name}" } }\n`)],
  [
    'names',
    (name) => blueprint(`  - { type: AWS::SNS::Topic, id: Wrong, config: { TopicName: !Sub "\${${name}}" } }\n`),
  ],
  [
    'attributes',
    (name) => blueprint(`  - { type: AWS::SNS::Topic, id: Wrong, config: { TopicName: $Database.${name} } }\n`),
  ],
  ['topLevel', (name) => `${blueprint('')}${name}: {}\n`],
];

function blueprint(more: string): string {
  return `parameters:\n  Password: { noEcho: true }\nresources:\n  - { type: server, id: WebServer, config: { uses: $Database } }\n  - { type: database, id: Database, config: { engine: MySQL, password: $Password } }\n${more}`;
}

/** One letter missing, doubled, wrong, or two swapped. */
function typo(name: string, at: number, kind: number): string {
  const place = 1 + (at % (name.length - 1));
  const [before, letter = '', after] = [name.slice(0, place), name[place], name.slice(place + 1)];
  if (kind === 0) return before + after;
  if (kind === 1) return before + letter + letter + after;
  if (kind === 2) return `${before}${letter === 'q' ? 'x' : 'q'}${after}`;
  return before.slice(0, -1) + letter + before.slice(-1) + after;
}

describe('one typo away from a known name', () => {
  for (const [index, [kind, write]] of PLACES.entries()) {
    it(`${kind} (${index + 1}) are suggested`, () => {
      const slip = fc.record({ name: fc.constantFrom(...KNOWN[kind]), at: fc.nat(), how: fc.nat(3) });
      fc.assert(
        fc.property(slip, ({ name, at, how }) => {
          const wrong = typo(name, at, how);
          fc.pre(wrong !== name && /^\w+(::\w+)*$/.test(wrong));
          const { diagnostics } = compile([{ file: 'x.yaml', text: write(wrong) }], {}, tmpdir());
          expect(
            diagnostics.map(({ hint }) => hint),
            wrong,
          ).to.include(`Did you mean "${name}"?`);
        }),
        { numRuns: 60 },
      );
    });
  }
});
