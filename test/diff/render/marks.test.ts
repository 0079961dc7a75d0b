import { expect } from 'chai';
import { compile } from '../../../compiler/compile.js';
import { diff } from '../../../compiler/diff/diff.js';
import type { Side, Where } from '../../../compiler/diff/model.js';
import { marks } from '../../../compiler/diff/render/marks.js';
import { Specifications } from '../../../compiler/specification/read.js';

const shop = (servers: number, ram: number) => `resources:
  - type: loadbalancer
    id: LB
    config: { servers: ${servers}, server: { cpu: 2, ram: ${ram} } }
  - { type: bucket, id: Files }
`;

function compiled(text: string) {
  const { template, places, written } = compile([{ file: 'shop.yaml', text }], {}, '.');
  if (template === undefined || places === undefined || written === undefined) throw new Error('It does not compile.');
  const where = [...places].map(([id, place]): [string, Where] => {
    const { document, path } = place;
    return [id, { file: document.file, path, span: document.span(path, 'value') }];
  });
  const side: Side = { template, parameters: new Map(), places: new Map(where) };
  return { side, written };
}

describe('the marks of a graph', () => {
  it('tell the nested parts of a resource apart', () => {
    const before = compiled(shop(2, 4));
    const after = compiled(shop(3, 8));
    const found = marks(after.written, diff(before.side, after.side, new Specifications()));
    expect(Object.fromEntries(found)).to.deep.equal({
      LB: 'changed',
      LBServer1: 'perhaps',
      LBServer2: 'perhaps',
      LBServer3: 'added',
    });
  });
});
