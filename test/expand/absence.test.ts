import { expect } from 'chai';
import { all, files, ref, written } from './comp.js';
import { component, found, property, template } from './compiling.js';

describe('what is there or not, depending on a config', () => {
  const may = component('may', { x: {} }, 'resources: { self: { type: Our::X::Y } }\nattributes: { x: $x, id: $id }\n');
  const asked = (config: string, use: string) =>
    `resources:\n  - { type: may, id: M, config: ${config} }\noutputs:\n  O: ${use}\n`;

  it('is an error to ask for what is not there', () => {
    expect(found(asked('{}', '$M.x'), may)).to.deep.equal([
      '4:9 nothing-there may "M" has no "x", the way it is configured. (Write "x?" where nothing may stand.)',
    ]);
    expect(found(asked('{}', 'a${{ M.x }}'), may)[0]).to.match(/^4:13 nothing-there /);
  });

  it('can be said to be optional', () => {
    expect(template(asked('{}', '$M.x?'), may).Outputs).to.equal(undefined);
  });

  it('is what it is where it is there', () => {
    expect(template(asked('{ x: 1 }', '$M.x'), may).Outputs).to.deep.equal({ O: { Value: 1 } });
    expect(template(asked('{ x: "" }', '$M.x'), may).Outputs).to.deep.equal({ O: { Value: '' } });
  });
});

describe('a table of maps looked up with a parameter', () => {
  const values = '{ t: { s: { a: 1, b: 2 }, m: { a: 3, b: 4 } } }';
  const find = (column: string) => ({ 'Fn::FindInMap': ['CompT', ref('Size'), column] });

  it('is a map of what is looked up', () => {
    const { Resources, Mappings } = all('$t(a)', '{ a: $Size }', '', values);
    expect(Resources.C.Properties.P).to.deep.equal({ a: find('a'), b: find('b') });
    expect(Mappings.CompT).to.deep.equal({ s: { a: 1, b: 2 }, m: { a: 3, b: 4 } });
  });

  it('gives a member', () => {
    expect(all('$t(a).b', '{ a: $Size }', '', values).Resources.C.Properties.P).to.deep.equal(find('b'));
  });
});

describe('what waits and what is added to', () => {
  it('waits for what a text names that is repeated over', () => {
    const text =
      'resources:\n  - { type: Our::X::A, id: A }\n  - { type: Our::X::B, id: B, forEach: [A], waitFor: $each.value }\n';
    expect(template(text).Resources.BA.DependsOn).to.equal('A');
  });

  it('must know what it adds to', () => {
    const adds = 'adds: [{ to: !If [$a, $b, $none], list: $id }]\n';
    const config = '{ a: $Flag, b: $Q }';
    expect(found(written(config), files('1', adds, '{}')).join('\n')).to.match(/must-be-known What this is added to/);
  });

  it('leaves literals alone', () => {
    expect(property('[a, b]')).to.deep.equal(['a', 'b']);
  });
});
