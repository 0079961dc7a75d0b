import { expect } from 'chai';
import { Specifications } from '../../compiler/specification/read.js';
import { readTables } from '../../specification/tables.js';

// What was written by hand speaks of types that there are; one that AWS removed is found here.
describe('the tables about types', () => {
  const tables = readTables();
  const names = new Specifications().typeNames();

  const spokenOf = [
    ...Object.keys(tables.additions.types),
    ...Object.keys(tables.additions.attributes),
    ...tables.additions.open,
    ...Object.keys(tables.policies.creationPolicy),
    ...Object.keys(tables.policies.updatePolicy),
    ...tables.policies.snapshot,
    ...tables.stateful.types,
    ...Object.keys(tables.stateful.not),
    ...Object.keys(tables.superseded.types),
  ];

  it('speak of types that there are', () => {
    const unknown = spokenOf.filter((name) =>
      name.endsWith('*') ? !names.some((known) => known.startsWith(name.slice(0, -1))) : !names.includes(name),
    );
    expect(unknown).to.deep.equal([]);
  });

  it('name a successor that there is, a reason in one sentence, and where it was found', () => {
    for (const [name, { by, reason, source }] of Object.entries(tables.superseded.types)) {
      for (const type of by.match(/AWS::\w+::\w+/g) ?? []) expect(names, name).to.include(type);
      expect(reason, name).to.match(/^[A-Z][^.]*\.$/);
      expect(source, name).to.have.length.greaterThan(10);
    }
  });

  it('say nothing twice', () => {
    for (const list of [tables.stateful.types, tables.policies.snapshot, tables.additions.open]) {
      expect([...new Set(list)]).to.deep.equal(list);
    }
  });
});
