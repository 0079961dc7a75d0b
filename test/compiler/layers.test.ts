import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { cycleIn, type Import, importsIn, ROOT, sourcesOf, textOf } from './imports.js';

/** What may be imported, by what imports it. Types may also come from where the runtime imports come from. */
interface Allowed {
  readonly runtime: readonly string[];
  readonly types: readonly string[];
}

const BELOW = ['source', 'diagnostics'];
const LANGUAGE = ['types', 'text', 'template'];

/** The folders of compiler/, from the bottom up; docs/architecture.md says why. */
const LAYERS: Readonly<Record<string, Allowed>> = {
  source: { runtime: [], types: ['diagnostics'] },
  diagnostics: { runtime: ['source'], types: [] },
  template: { runtime: [], types: ['source'] },
  text: { runtime: ['source', 'template'], types: BELOW },
  types: { runtime: ['source', 'text'], types: BELOW },
  specification: { runtime: [], types: ['text'] },
  graph: { runtime: [], types: ['source', 'template'] },
  check: { runtime: [...LANGUAGE, 'specification', 'source'], types: BELOW },
  expand: { runtime: LANGUAGE, types: [...BELOW, 'check'] },
  link: { runtime: ['graph', 'text', 'template', ...BELOW], types: [] },
  lint: { runtime: ['specification', 'text', 'template', 'source'], types: ['diagnostics'] },
  emit: { runtime: ['template'], types: [] },
  diff: { runtime: ['graph', 'lint', 'specification', 'text', 'template', ...BELOW], types: [] },
  adopt: { runtime: ['specification', 'types', 'text', 'template', ...BELOW], types: [] },
  'compile.ts': {
    runtime: ['check', 'expand', 'link', 'lint', 'emit', 'types', 'specification', ...BELOW],
    types: ['template'],
  },
  commands: {
    runtime: ['adopt', 'diff', 'graph', 'specification', 'types', 'text', 'compile.ts', ...BELOW],
    types: ['template'],
  },
};

/** Packages and parts of node, and the only places that may import them: a folder, or a file. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  yaml: ['source', 'adopt'],
  'yaml/util': ['source'],
  ajv: ['check'],
  '@dagrejs/graphlib': ['graph'],
  'node:crypto': ['source/assets.ts'],
  'node:zlib': ['source/zip.ts'],
  'node:child_process': ['commands/show.ts', 'commands/sides/git.ts'],
  'node:fs': ['source/files.ts', 'specification/read.ts', 'commands/sides/revision.ts'],
  'node:os': ['commands/sides/revision.ts'],
  'node:module': ['check/validate.ts'],
  'node:path': ['source', 'specification', 'types', 'commands', 'compile.ts'],
  'node:vm': ['link', 'check/patterns.ts'],
};

const sources = sourcesOf('compiler');

/** The layer of a file of compiler/: its folder, or its own name. */
function layerOf(file: string): string {
  return file.split('/')[1] ?? '';
}

function isAllowed(file: string, { kind, to }: Import): boolean {
  const from = layerOf(file);
  if (!to.startsWith('compiler/')) {
    return (PACKAGES[to] ?? []).some((place) => place === from || file === `compiler/${place}`);
  }
  const layer = layerOf(to);
  const { runtime = [], types = [] } = LAYERS[from] ?? {};
  return layer === from || runtime.includes(layer) || (kind === 'type' && types.includes(layer));
}

describe('the layers of compiler/', () => {
  it('are all of its folders', () => {
    const folders = [...new Set(sources.map(layerOf))].sort();
    expect(folders, 'a new folder needs a line in LAYERS').to.deep.equal(Object.keys(LAYERS).sort());
  });

  it('are found wherever they are imported', () => {
    const text =
      "import type { A } from '../a.js';\nimport {\n  b,\n} from './b.js';\nexport * from 'c';\nimport('./d.js');\n";
    expect(importsIn('compiler/x/y.ts', text)).to.deep.equal([
      { kind: 'type', to: 'compiler/a.ts' },
      { kind: 'runtime', to: 'compiler/x/b.ts' },
      { kind: 'runtime', to: 'c' },
      { kind: 'lazy', to: 'compiler/x/d.ts' },
    ]);
    const found = sources.flatMap((file) => importsIn(file, textOf(file)));
    expect(found.filter(({ to }) => to.startsWith('compiler/') && !existsSync(join(ROOT, to)))).to.deep.equal([]);
  });

  it('tell a wrong import from a right one', () => {
    expect(isAllowed('compiler/check/a.ts', { kind: 'runtime', to: 'compiler/link/b.ts' })).to.equal(false);
    expect(isAllowed('compiler/source/a.ts', { kind: 'runtime', to: 'compiler/diagnostics/b.ts' })).to.equal(false);
    expect(isAllowed('compiler/source/a.ts', { kind: 'type', to: 'compiler/diagnostics/b.ts' })).to.equal(true);
    expect(isAllowed('compiler/expand/a.ts', { kind: 'runtime', to: 'node:http' })).to.equal(false);
  });

  for (const file of sources) {
    it(`${file} imports only what is below it`, () => {
      const wrong = importsIn(file, textOf(file)).filter((one) => !isAllowed(file, one));
      expect(wrong.map(({ kind, to }) => `${to} (${kind})`)).to.deep.equal([]);
    });
  }

  it('are below the command line, which imports commands and what reports are rendered with', () => {
    const files = ['cli.ts', ...sourcesOf('cli')];
    const own = files.flatMap((file) => importsIn(file, textOf(file))).filter(({ to }) => to.startsWith('compiler/'));
    const allowed = /^compiler\/(commands|diagnostics\/render)\//;
    expect(own.map(({ to }) => to).filter((to) => !allowed.test(to))).to.deep.equal([]);
    const loaded = own.filter(({ kind }) => kind === 'runtime').map(({ to }) => to);
    expect([...new Set(loaded)]).to.deep.equal(['compiler/commands/outcome.ts']);
  });

  it('have no cycle of imports', () => {
    const files = ['cli.ts', ...sourcesOf('cli'), ...sources];
    const graph = files.map((file) => {
      const imports = importsIn(file, textOf(file)).filter(({ kind }) => kind !== 'type');
      return [file, imports.map(({ to }) => to)] as const;
    });
    expect(
      cycleIn(
        new Map([
          ['a', ['b']],
          ['b', ['c', 'd']],
          ['c', []],
          ['d', ['b']],
        ]),
      ),
    ).to.deep.equal(['b', 'd', 'b']);
    expect(cycleIn(new Map(graph))).to.equal(undefined);
  });
});

const FOLDERS = ['cli', 'compiler', 'deploy', 'specification', 'conformance', 'test', 'bench'];

describe('the files of the program', () => {
  for (const file of ['cli.ts', 'build.ts', 'bundling.ts', ...FOLDERS.flatMap(sourcesOf)]) {
    it(`${file} has at most 300 lines and is named after what it does`, () => {
      expect(textOf(file).trimEnd().split('\n').length).to.be.at.most(300);
      expect(file).not.to.match(/(^|\/)(utils?|helpers?|common|misc)(\/|\.ts$)/);
    });
  }
});

/** A variable of a module, or a collection in one that begins empty and so is there to be filled. */
const STATE =
  /^(?:export )?(?:let |var |const \w+(?:: (?!Readonly)[^=]+)? = (?:new (?:Weak)?(?:Map|Set)(?:<.*>)?\(\)|\[\]);)/m;

describe('the modules of compiler/', () => {
  it('are told apart by whether they have a state', () => {
    expect(STATE.test('let a: number | undefined;')).to.equal(true);
    expect(STATE.test('const a = new Map<string, string>();')).to.equal(true);
    expect(STATE.test('const NONE: ReadonlySet<string> = new Set();')).to.equal(false);
    expect(STATE.test("const a = new Map([['b', 1]]);\nfunction f() {\n  let a = 1;\n}")).to.equal(false);
  });

  it('have no state, but for the validators that were compiled', () => {
    expect(sources.filter((file) => STATE.test(textOf(file)))).to.deep.equal(['compiler/check/validate.ts']);
  });
});
