import { expect } from 'chai';
import { typeEntries } from '../../compiler/commands/folders.js';
import { init } from '../../compiler/commands/init.js';
import { compile } from '../../compiler/compile.js';

describe('init', () => {
  for (const [type, { schema }] of typeEntries([])) {
    if (schema.aliasOf !== undefined) continue;
    it(`leaves a blueprint that compiles for ${type}`, async () => {
      const { files } = await init({ file: 'nowhere/new.yaml', name: 'shop', region: 'eu-west-1', type }, undefined);
      const [file] = files;
      const { diagnostics, failed } = compile([{ file: 'new.yaml', text: file?.text ?? '' }], {}, 'nowhere');
      expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).to.deep.equal(
        [],
      );
      expect(failed).to.equal(false);
    });
  }
});
