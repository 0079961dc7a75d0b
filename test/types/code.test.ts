import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { compile } from '../../compiler/compile.js';

describe('code', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jiml-code-'));
    write('small.js', '// ${{ Nothing }} $HOME\n');
    write('small.mjs', 'export const handler = 1\n');
    write('large.py', `# ${'x'.repeat(4096)}\n`);
    write('src/index.js', 'index');
    write('src/notes.md', 'notes');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  function write(name: string, text: string): void {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }

  /** What becomes of a function's code, and what is packed. */
  function compiled(code: string, more = '') {
    const text = `resources:\n  - id: F\n    type: function\n    config:\n      code: ${code}\n${more}`;
    const { diagnostics, template, assets = [] } = compile([{ file: 'blueprint.yaml', text }], {}, folder);
    expect(diagnostics.map(({ message }) => message)).to.deep.equal([]);
    // biome-ignore lint/suspicious/noExplicitAny: tests look into any type's properties.
    const { Resources, Parameters = {} } = template as any;
    return { code: Resources.F.Properties.Code, parameters: Object.keys(Parameters), assets };
  }

  const inline: readonly (readonly [string, unknown])[] = [
    ['"exports.handler = 1"', 'exports.handler = 1'],
    [
      '|\n        exports.a = `${b} ${{ AWS::Region }}`\n',
      {
        'Fn::Join': ['', ['exports.a = `${b} ', { Ref: 'AWS::Region' }, '`\n']],
      },
    ],
    ['$$default', '$default'],
    ['{ file: small.js }', '// ${{ Nothing }} $HOME\n'],
  ];
  for (const [code, text] of inline) {
    it(`stands in the template: ${code}`, () => {
      expect(compiled(code)).to.deep.equal({ code: { ZipFile: text }, parameters: [], assets: [] });
    });
  }

  for (const code of ['{ file: large.py }', '{ file: small.mjs }', '{ folder: src }', '{ folder: ./src/ }']) {
    it(`is packed: ${code}`, () => {
      const { code: where, parameters, assets } = compiled(code);
      expect(assets).to.have.length(1);
      expect(where).to.deep.equal({ S3Bucket: { Ref: 'AssetsBucket' }, S3Key: assets[0]?.key });
      expect(parameters).to.deep.equal(['AssetsBucket']);
    });
  }

  it('of two functions from one folder is packed once', () => {
    const other = '  - { id: G, type: function, config: { code: { folder: src }, handler: index.other } }\n';
    expect(compiled('{ folder: src }', other).assets).to.have.length(1);
  });

  it('changes the template when it changes, and not when something else does', () => {
    const before = compiled('{ folder: src, without: ["*.md"] }').code.S3Key;
    write('src/notes.md', 'other notes');
    expect(compiled('{ folder: src, without: ["*.md"] }').code.S3Key).to.equal(before);
    write('src/index.js', 'other');
    expect(compiled('{ folder: src, without: ["*.md"] }').code.S3Key).not.to.equal(before);
  });

  it('may be somewhere already', () => {
    const where = compiled('{ bucket: $Releases, key: a.zip, version: "3" }', 'parameters: { Releases: {} }\n').code;
    expect(where).to.deep.equal({ S3Bucket: { Ref: 'Releases' }, S3Key: 'a.zip', S3ObjectVersion: '3' });
  });

  it('goes through a parameter of the author where there is one', () => {
    const { parameters } = compiled('{ folder: src }', 'parameters: { AssetsBucket: { default: mine } }\n');
    expect(parameters).to.deep.equal(['AssetsBucket']);
  });

  it('is packed for a server as well, and a group with other code is another one', () => {
    write('large.tgz', 'packed by others');
    const [server, group] = ['{ folder: src }', '{ file: large.tgz }'].map(
      (source) => `{ sources: { /srv/app: ${source} } }`,
    );
    const text = `resources:\n  - { id: S, type: server, config: ${server} }\n  - { id: G, type: servers, config: { server: ${group} } }\n`;
    const { diagnostics, template, assets = [] } = compile([{ file: 'blueprint.yaml', text }], {}, folder);
    expect(diagnostics.map(({ message }) => message)).to.deep.equal([]);
    expect(assets).to.have.length(2);
    const [zip = '', tgz = ''] = ['.zip', '.tgz'].map((end) => assets.find(({ key }) => key.endsWith(end))?.key);
    // biome-ignore lint/suspicious/noExplicitAny: tests look into any type's properties.
    const { S, GServerTemplate } = (template as any).Resources;
    expect(JSON.stringify(S.Metadata)).to.include(`/${zip}`);
    expect(JSON.stringify(S.Properties)).not.to.include(zip);
    expect(JSON.stringify(GServerTemplate.Metadata)).to.include(`/${tgz}`);
    expect(JSON.stringify(GServerTemplate.Properties)).to.include(tgz);
  });

  it('that a server cannot unpack is said once, at its key', () => {
    const text = [
      'resources:',
      '  - id: S',
      '    type: server',
      '    config: { sources: { /a: { bucket: b }, /b: { key: k }, /c: { file: none.zip }, /d: { fodler: x } } }',
    ].join('\n');
    const { diagnostics } = compile([{ file: 'blueprint.yaml', text }], {}, folder);
    expect(diagnostics.map(({ code }) => code).sort()).to.deep.equal([
      'file-missing',
      'missing-property',
      'missing-property',
      'missing-property',
      'unknown-key',
    ]);
  });

  it('is packed for a component as well', () => {
    write('components/greeter/schema.json', '{ "description": "Greets.", "type": "object", "properties": {} }');
    write(
      'components/greeter/template.yaml',
      'resources: { self: { type: function, config: { code: { folder: src } } } }',
    );
    const text = 'resources: [{ id: G, type: greeter }]';
    const { diagnostics, template, assets } = compile([{ file: 'blueprint.yaml', text }], {}, folder);
    expect(diagnostics.map(({ message }) => message)).to.deep.equal([]);
    expect(assets).to.have.length(1);
    expect(JSON.stringify(template)).to.include('"AssetsBucket"');
  });
});
