import { expect } from 'chai';
import { Specifications } from '../../../../compiler/specification/read.js';
import { readTemplate } from '../../../../deploy/local/template/read.js';
import { validateTemplate } from '../../../../deploy/local/template/validate.js';
import { refusalOf, TOPIC } from './stand.js';

const looped = (over: unknown, body: object, rest: object = {}) =>
  JSON.stringify({
    Transform: 'AWS::LanguageExtensions',
    Resources: { 'Fn::ForEach::Each': ['X', over, body] },
    ...rest,
  });
const topic = {
  'Topic&{X}': { Type: TOPIC, Properties: { TopicName: { Ref: 'X' }, DisplayName: { 'Fn::Sub': '${X}!' } } },
};

describe('loops of the language extensions', () => {
  it('writes out what stands in them', () => {
    const { resources } = readTemplate(looped(['a-b', 'c'], topic));
    expect([...resources].map(([id, { properties }]) => [id, { ...properties }])).to.deep.equal(
      [
        ['Topicab', { TopicName: 'a-b', DisplayName: { 'Fn::Sub': 'a-b!' } }],
        ['Topicc', { TopicName: 'c', DisplayName: { 'Fn::Sub': 'c!' } }],
      ].map(([id, properties]) => [id, Object.assign({}, properties)]),
    );
  });

  it('writes out loops in loops', () => {
    const inner = { 'Fn::ForEach::In': ['Y', ['1', '2'], { 'T${X}${Y}': { Type: TOPIC } }] };
    expect([...readTemplate(looped(['A', 'B'], inner)).resources.keys()]).to.deep.equal(['TA1', 'TA2', 'TB1', 'TB2']);
  });

  it('goes over a parameter: its default, or what is given', () => {
    const body = looped({ Ref: 'Names' }, topic, {
      Parameters: { Names: { Type: 'CommaDelimitedList', Default: 'a,b' } },
    });
    expect([...readTemplate(body).resources.keys()]).to.deep.equal(['Topica', 'Topicb']);
    expect([...readTemplate(body, new Map([['Names', 'z']])).resources.keys()]).to.deep.equal(['Topicz']);
  });

  it('goes over a mapping', () => {
    const body = looped({ 'Fn::FindInMap': ['M', 'a', 'names'] }, topic, { Mappings: { M: { a: { names: ['q'] } } } });
    expect([...readTemplate(body).resources.keys()]).to.deep.equal(['Topicq']);
  });

  it('leaves a loop over what is not known to be refused', () => {
    const body = looped({ Ref: 'Names' }, topic, { Parameters: { Names: { Type: 'CommaDelimitedList' } } });
    expect(refusalOf(() => validateTemplate(readTemplate(body), new Specifications()))).to.equal(
      'Transform AWS::LanguageExtensions failed with: Fn::ForEach could not resolve its collection.',
    );
  });

  it('refuses what is no loop', () => {
    const body = looped(['a'], topic).replace('["X",', '[');
    expect(refusalOf(() => readTemplate(body))).to.equal(
      'Transform AWS::LanguageExtensions failed with: Fn::ForEach::Each layout is incorrect',
    );
  });

  it('refuses loops that multiply without end', () => {
    const items = Array.from({ length: 10 }, (_, at) => `${at}`);
    const nest = (depth: number): object =>
      depth === 0 ? { T: { Type: TOPIC } } : { [`Fn::ForEach::L${depth}`]: [`V${depth}`, items, nest(depth - 1)] };
    const body = JSON.stringify({ Transform: 'AWS::LanguageExtensions', Resources: nest(12) });
    expect(refusalOf(() => readTemplate(body))).to.equal(
      'Transform AWS::LanguageExtensions failed with: Fn::ForEach makes too much.',
    );
  });

  it('does not look for loops without the transform', () => {
    const body = JSON.stringify({ Resources: { 'Fn::ForEach::Each': ['X', ['a'], topic] } });
    expect([...readTemplate(body).resources.keys()]).to.deep.equal(['Fn::ForEach::Each']);
  });
});
