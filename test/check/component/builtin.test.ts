import { join } from 'node:path';
import { expect } from 'chai';
import { verify } from '../../../compiler/check/component/verify.js';
import { Diagnostics } from '../../../compiler/diagnostics/diagnostic.js';
import { Specifications } from '../../../compiler/specification/read.js';
import { BUILT_IN, templateSchema, typeFolders } from '../../../compiler/types/folders.js';
import { Types } from '../../../compiler/types/load.js';

const folders = typeFolders([join(BUILT_IN, '..', 'blueprints', 'components')]);

/** What is found in a type and its parts when they are taken for components. */
function foundIn(name: string, change = (text: string) => text): readonly string[] {
  const { report, sorted } = ((diagnostics) => ({
    report: diagnostics.report,
    sorted: () => diagnostics.sorted,
  }))(new Diagnostics());
  const find = (type: string) => {
    const folder = folders.find(type);
    if (folder?.template === undefined) return folder && { ...folder, builtIn: false };
    const { file, text } = folder.template;
    return { ...folder, builtIn: false, template: { file, text: type === name ? change(text) : text } };
  };
  const types = new Types(
    { find, names: folders.names },
    report,
    () => undefined,
    verify(templateSchema, new Specifications(), report),
  );
  types.get(name);
  return sorted().map(({ file, span, code, message }) => `${file}:${span.start.line}: ${message} [${code}]`);
}

describe('the types that come with the compiler, taken for components', () => {
  const names = folders.names().filter((name) => folders.find(name)?.schema !== undefined);

  it('are there', () => {
    expect(names).to.include.members(['bucket', 'gallery', 'network', 'virtualmachine']);
  });

  for (const name of names) {
    it(`${name} has nothing wrong with it`, () => {
      expect(foundIn(name)).to.deep.equal([]);
    });
  }

  it('are really looked at', () => {
    const found = foundIn('loadbalancer', (text) => text.replaceAll('$Listener', '$Listner'));
    expect(found.filter((line) => line.includes('There is nothing called "Listner"'))).to.have.length.of.at.least(2);
  });
});
