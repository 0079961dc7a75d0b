import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { packer, type Source } from '../../compiler/source/assets.js';
import { jsonDocument } from '../../compiler/source/json.js';
import { Place } from '../../compiler/source/place.js';

const place = Place.root(jsonDocument('blueprint.yaml', ''));

const HEADER = Buffer.from([0x50, 0x4b, 3, 4]);

/** The names that stand in an archive, which is not compressed. */
function names(archive: Uint8Array): readonly string[] {
  const bytes = Buffer.from(archive);
  const found: string[] = [];
  for (let at = bytes.indexOf(HEADER); at >= 0; at = bytes.indexOf(HEADER, at + 1)) {
    found.push(bytes.toString('utf8', at + 30, at + 30 + bytes.readUInt16LE(at + 26)));
  }
  return found;
}

describe('what is packed', () => {
  let root: string;
  let project: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'jiml-assets-'));
    project = join(root, 'project');
    const files: Readonly<Record<string, string>> = {
      'project/src/index.js': 'index',
      'project/src/lib/page.js': 'page',
      'project/src/lib/page.test.js': 'test',
      'project/src/notes.md': 'notes',
      'project/src/.git/config': 'git',
      'project/src/lib/__pycache__/a.pyc': 'cache',
      'project/app.war': 'packed by others',
      'project/handler.py': 'def handler',
      'outside/secret': 'secret',
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    }
    mkdirSync(join(project, 'empty'));
  });

  afterEach(() => rmSync(root, { recursive: true }));

  /** The asset, or the codes of what was said against it. */
  function packed(source: Partial<Source>) {
    const codes: string[] = [];
    const { pack } = packer(project, (code) => void codes.push(code));
    const asset = pack({ path: 'src', kind: 'folder', without: [], ...source }, place);
    return asset ?? codes.join();
  }

  function listed(source: Partial<Source>): unknown {
    const asset = packed(source);
    return typeof asset === 'string' ? asset : names(asset.bytes);
  }

  it('is all that is below a folder but litter', () => {
    expect(listed({})).to.deep.equal(['index.js', 'lib/page.js', 'lib/page.test.js', 'notes.md']);
  });

  const patterns: readonly (readonly [string, readonly string[]])[] = [
    ['*.md', ['index.js', 'lib/page.js', 'lib/page.test.js']],
    ['*.js', ['lib/page.js', 'lib/page.test.js', 'notes.md']],
    ['**/*.test.js', ['index.js', 'lib/page.js', 'notes.md']],
    ['**/*.js', ['notes.md']],
    ['lib', ['index.js', 'notes.md']],
    ['lib/**', ['index.js', 'notes.md']],
    ['lib/page.*js', ['index.js', 'notes.md']],
  ];
  for (const [pattern, rest] of patterns) {
    it(`is all but ${pattern}`, () => expect(listed({ without: [pattern] })).to.deep.equal(rest));
  }

  it('is a file, under another name where that is asked', () => {
    const source = { path: 'handler.py', kind: 'file' as const };
    expect(listed(source)).to.deep.equal(['handler.py']);
    expect(listed({ ...source, rename: 'index.py' })).to.deep.equal(['index.py']);
  });

  it('is an archive of others as it is', () => {
    const asset = packed({ path: 'app.war', kind: 'file' });
    if (typeof asset === 'string') throw new Error(asset);
    expect(Buffer.from(asset.bytes).toString()).to.equal('packed by others');
    expect(asset.key).to.match(/^assets\/[0-9a-f]{64}\.war$/);
  });

  it('is called after its content, whoever wrote it when', () => {
    const before = packed({});
    chmodSync(join(project, 'src/index.js'), 0o700);
    utimesSync(join(project, 'src/index.js'), 0, 0);
    expect(packed({})).to.deep.equal(before);
    writeFileSync(join(project, 'src/index.js'), 'index ');
    expect(packed({})).not.to.deep.equal(before);
  });

  it('is there once, however often it is asked for', () => {
    const { pack, packed: all } = packer(project, () => {});
    const source: Source = { path: 'src', kind: 'folder', without: [] };
    expect(pack(source, place)).to.equal(pack({ ...source }, place));
    pack({ ...source, without: ['no such file'] }, place);
    expect(all()).to.have.length(1);
  });

  it('may be behind a link that stays in the project', () => {
    symlinkSync('lib', join(project, 'src/again'));
    expect(listed({ without: ['lib', '*.*'] })).to.deep.equal(['again/page.js', 'again/page.test.js']);
  });

  const refused: readonly (readonly [Partial<Source>, string])[] = [
    [{ path: 'nowhere' }, 'file-missing'],
    [{ path: 'empty' }, 'file-unreadable'],
    [{ path: '../outside' }, 'file-outside'],
    [{ path: '/etc' }, 'file-outside'],
    [{ path: 'src', kind: 'file' }, 'file-unreadable'],
  ];
  for (const [source, code] of refused) {
    it(`is never ${source.path} as a ${source.kind ?? 'folder'}`, () => expect(packed(source)).to.equal(code));
  }

  it('is never behind a link that leads out of the project, or round in a circle', () => {
    symlinkSync(join(root, 'outside'), join(project, 'src/out'));
    expect(packed({})).to.equal('file-outside');
    expect(listed({ without: ['out'] })).to.have.length(4);
    symlinkSync('.', join(project, 'src/round'));
    expect(packed({ without: ['**/out'] })).to.equal('file-unreadable');
  });
});
