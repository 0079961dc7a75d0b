import { expect } from 'chai';
import { Diagnostics } from '../../compiler/diagnostics/diagnostic.js';
import { link } from '../../compiler/link/link.js';
import { parse } from '../../compiler/source/parse.js';
import { Place } from '../../compiler/source/place.js';
import type { LogicalResource, Placed } from '../../compiler/template/logical.js';
import { Call, mapOf, type Value } from '../../compiler/template/value.js';
import { logical } from '../template/stub.js';

/** Links one raw resource, and gives the characters that each finding points at. */
function pointedAt(text: string, make: (config: Place) => Value, output?: (place: Place) => Value): readonly string[] {
  const diagnostics = new Diagnostics();
  const document = parse('x.yaml', text, diagnostics.report);
  const place = Place.root(document).at('resources').at(0);
  const configPlace = place.at('config');
  const properties = mapOf([['P', make(configPlace.at('P'))]]);
  const resource: LogicalResource = {
    id: 'A',
    type: 'T',
    place,
    configPlace,
    properties,
    attributes: new Map(),
    owners: [],
  };
  const content = logical([resource]);
  const outputPlace = Place.root(document).at('outputs').at('O');
  const outputs = new Map<string, Placed>(output && [['O', { value: output(outputPlace), place: outputPlace }]]);
  link({ ...content, sections: { ...content.sections, outputs } }, diagnostics.report);
  return diagnostics.sorted.map(({ span }) => text.slice(span.start.offset, span.end.offset));
}

const inConfig = (yaml: string) => `resources:\n  - id: A\n    type: T\n    config:\n      P: ${yaml}\n`;

describe('link: places', () => {
  it('points at the name behind a tag', () => {
    const text = inConfig('!Sub "a ${Nowhere.Ip} b"');
    expect(pointedAt(text, (place) => new Call('Fn::Sub', 'a ${Nowhere.Ip} b', place))).to.deep.equal(['Nowhere.Ip']);
  });

  it('points at the name under a long name', () => {
    const text = inConfig('{ "Fn::Sub": "a ${Nowhere} b" }');
    expect(pointedAt(text, (place) => new Call('Fn::Sub', 'a ${Nowhere} b', place))).to.deep.equal(['Nowhere']);
  });

  it('points at the name in the first of two arguments', () => {
    const text = inConfig('{ "Fn::Sub": ["${v} ${Nowhere}", { v: 1 }] }');
    const args = ['${v} ${Nowhere}', mapOf([['v', 1]])];
    expect(pointedAt(text, (place) => new Call('Fn::Sub', args, place))).to.deep.equal(['Nowhere']);
  });

  it('points at the line of a script', () => {
    const text = inConfig('!Sub |\n        #!/bin/bash\n        echo ${Nowhere}\n        echo ${!HOME}');
    const script = '#!/bin/bash\necho ${Nowhere}\necho ${!HOME}\n';
    expect(pointedAt(text, (place) => new Call('Fn::Sub', script, place))).to.deep.equal(['Nowhere']);
  });

  it('points at the argument of a function inside a function', () => {
    const text = inConfig('{ "Fn::Base64": !FindInMap [Images, a, b] }');
    const make = (place: Place) =>
      new Call('Fn::Base64', new Call('Fn::FindInMap', ['Images', 'a', 'b'], place.at('Fn::Base64')), place);
    expect(pointedAt(text, make)).to.deep.equal(['Images']);
  });

  it('finds our own words for what CloudFormation calls otherwise', () => {
    const text = `${inConfig('1')}outputs:\n  O: { value: x, condition: Prod }\n`;
    const output = () =>
      mapOf([
        ['Condition', 'Prod'],
        ['Value', 'x'],
      ]);
    expect(pointedAt(text, () => 1, output)).to.deep.equal(['Prod']);
  });
});
