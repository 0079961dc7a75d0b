import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { componentNames } from '../../compiler/source/files.js';
import { parse } from '../../compiler/source/parse.js';
import { BUILT_IN } from '../../compiler/types/folders.js';
import { precompiled } from '../../compiler/types/precompiled.js';
import { project } from '../cli/jiml.js';

const silent = (): void => {};

describe('precompiled', () => {
  const text = 'resources: { self: { type: "AWS::S3::Bucket" } }\n';
  const { root } = parse('template.yaml', text, silent);
  const { folder, remove } = project({ 'bucket.json': JSON.stringify({ text, root }) });
  after(remove);

  it('is what parsing the same text gave', () => {
    expect(precompiled('bucket', text, folder)).to.deep.equal(root);
  });

  it('is nothing for a text that was changed since', () => {
    expect(precompiled('bucket', `${text}# more\n`, folder)).to.equal(undefined);
  });

  it('is nothing where nothing was built', () => {
    expect(precompiled('cdn', text, folder)).to.equal(undefined);
  });
});

describe('the templates of the built-in types', () => {
  for (const name of componentNames([BUILT_IN])) {
    it(`${name}: loses nothing when it is written down`, () => {
      const file = join(BUILT_IN, name, 'template.yaml');
      const text = textOf(file);
      if (text === undefined) return expect(textOf(join(BUILT_IN, name, 'schema.json'))).to.include('aliasOf');
      const { root } = parse(file, text, silent);
      return expect(JSON.parse(JSON.stringify(root))).to.deep.equal(root);
    });
  }
});

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
