import { expect } from 'chai';
import fc from 'fast-check';
import { emit, toJson } from '../../compiler/emit/emit.js';
import type { LogicalResource } from '../../compiler/template/logical.js';
import { logical, resource } from '../template/stub.js';
import { linked } from './reports.js';

/** Resources that only use those with a smaller number, so that there is an order. */
const uses = fc.array(fc.array(fc.nat(1000), { maxLength: 4 }), { minLength: 1, maxLength: 30 });

function made(all: readonly (readonly number[])[], reversedKeys: boolean): readonly LogicalResource[] {
  return all.map((targets, index) => {
    const names = index === 0 ? [] : targets.map((target) => `R${target % index}`);
    const properties = names.map((name, at) => [`P${at}`, { $ref: name }]);
    const attributes = names[0] === undefined ? {} : { DependsOn: names, Metadata: { a: 1, b: { $ref: names[0] } } };
    if (reversedKeys) properties.reverse();
    return resource(`R${index}`, 'T', Object.fromEntries(properties), attributes);
  });
}

describe('link and emit', () => {
  it('put everything after what it needs', () => {
    fc.assert(
      fc.property(uses, (all) => {
        const { graph, found } = linked(logical(made(all, false)));
        const rank = new Map(graph.nodes.map((id, index) => [id, index]));
        expect(found).to.deep.equal([]);
        expect(graph.nodes).to.have.length(all.length);
        for (const { from, to } of graph.edges) expect(rank.get(to)).to.be.lessThan(rank.get(from) ?? -1);
      }),
    );
  });

  it('give the same bytes whatever the order of resources and keys', () => {
    const shuffled = uses.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all.keys()], { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, order]) => {
        const text = (resources: readonly LogicalResource[]) => {
          const content = logical(resources);
          return toJson(emit(content, linked(content).graph));
        };
        const other = made(all, true);
        expect(text(order.map((index) => other[index] as LogicalResource))).to.equal(text(made(all, false)));
      }),
    );
  });
});
