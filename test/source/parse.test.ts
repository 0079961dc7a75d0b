import { expect } from 'chai';
import fc from 'fast-check';
import type { Node, ScalarNode } from '../../compiler/source/node.js';
import { member } from '../../compiler/source/node.js';
import type { Document, Part, Path } from '../../compiler/source/place.js';
import { read, values } from './reading.js';

/** What a part of a document covers. */
function covered(document: Document, path: Path, part: Part = 'value'): string {
  const { start, end } = document.span(path, part);
  return document.text.slice(start.offset, end.offset);
}

describe('parse', () => {
  describe('values', () => {
    const cases: [string, string, unknown][] = [
      [
        'plain scalars as they were written',
        'a: [012345670123, 3.10, 1e3, ~, yes, 2012-10-17]',
        { a: ['012345670123', '3.10', '1e3', '~', 'yes', '2012-10-17'] },
      ],
      ['an empty value', 'a:\nb: 1', { a: '', b: '1' }],
      ['JSON', '{"a": [1, true, null, "x\\n"], "b": {}}', { a: ['1', 'true', 'null', 'x\n'], b: {} }],
      [
        'keys as they were written',
        '012: a\n1.0: b\n"c d": e\ntrue: f\n~: g',
        { '012': 'a', '1.0': 'b', 'c d': 'e', true: 'f', '~': 'g' },
      ],
      ['keys with a tag that says text', '{ ! "a": 1, !!str b: 2 }', { a: '1', b: '2' }],
      ['keys in flow without a value', '{a, b: 1}', { a: '', b: '1' }],
      [
        'keys that are special in JavaScript',
        '__proto__: 1\nconstructor: 2',
        JSON.parse('{"__proto__": "1", "constructor": "2"}'),
      ],
      ['block scalars', 'a: |\n  x\n    y\nb: >-\n  p\n  q\n', { a: 'x\n  y\n', b: 'p q' }],
      ['CRLF in a block scalar', 'a: |\r\n  x\r\n  y\r\nb: 1\r\n', { a: 'x\ny\n', b: '1' }],
      ['a byte-order mark', '\ufeffa: 1', { a: '1' }],
      [
        'references in block text and quotes',
        'a: x ${{ B }} y\nb: { c: "${{ D }}" }',
        { a: 'x ${{ B }} y', b: { c: '${{ D }}' } },
      ],
      ['aliases', 'a: &x [1, 2]\nb: *x', { a: ['1', '2'], b: ['1', '2'] }],
      ['the nearest anchor of a name', 'a: &x 1\nb: &x [&x 2, 3]\nc: *x', { a: '1', b: ['2', '3'], c: '2' }],
    ];
    for (const [name, text, expected] of cases) {
      it(name, () => {
        const { document, found } = read(text);
        expect(found).to.deep.equal([]);
        expect(JSON.stringify(values(document.root))).to.equal(JSON.stringify(expected));
      });
    }

    it('integer-like keys in their order', () => {
      const { root } = read('b: 1\n2: x\n1: y').document;
      expect(root?.kind === 'map' && root.entries.map(({ key }) => key)).to.deep.equal(['b', '2', '1']);
    });

    it('nothing', () => {
      for (const text of ['', '# only a comment\n', '---\n', '\ufeff'])
        expect(read(text).document.root, text).to.equal(undefined);
    });

    it('shares the node of an alias', () => {
      const { root } = read('a: &x {b: 1}\nc: *x').document;
      expect(member(root, 'c')).to.equal(member(root, 'a'));
    });
  });

  describe('styles and tags', () => {
    const cases: [string, Partial<ScalarNode>][] = [
      ['x', { style: 'plain', text: 'x' }],
      ["'x'", { style: 'single', text: 'x' }],
      ['"x"', { style: 'double', text: 'x' }],
      ['|\n  x', { style: 'literal', text: 'x\n' }],
      ['>\n  x', { style: 'folded', text: 'x\n' }],
      ['!!str 12', { style: 'single', text: '12', tag: undefined }],
      ['! 12', { style: 'single', text: '12', tag: undefined }],
      ['!Sub x', { style: 'plain', text: 'x', tag: '!Sub' }],
      ['!GetAtt "a.b"', { style: 'double', text: 'a.b', tag: '!GetAtt' }],
      ['!Ref', { style: 'plain', text: '', tag: '!Ref' }],
    ] as [string, Partial<ScalarNode>][];
    for (const [written, expected] of cases) {
      it(written.replaceAll('\n', '⏎'), () => {
        const { document, found } = read(`a: ${written}`);
        expect(found).to.deep.equal([]);
        const { style, text, tag } = member(document.root, 'a') as ScalarNode;
        expect({ style, text, tag }).to.deep.equal({ tag: undefined, ...expected });
      });
    }

    it('tags of lists and maps', () => {
      const { root } = read('a: !If [x, !Ref y]\nb: !!map {c: 1}\nd: !X\n  e: 1').document;
      expect(['a', 'b', 'd'].map((key) => member(root, key)?.tag)).to.deep.equal(['!If', undefined, '!X']);
    });
  });

  describe('spans', () => {
    const text = [
      'name: shop',
      'resources:',
      '  - id: LB # the front',
      "    config: { a: 'it''s', b: \"x\\ty\" }",
      '  - script: |',
      '      #!/bin/bash',
      '      echo ${{ A }}',
      '    tagged: !Sub "x ${y}"',
      '    folded: >',
      '      one two',
      '      three',
      '  - &anchor [p, q]',
      '  - *anchor',
      '',
    ];
    const cases: [Path, Part, string][] = [
      [['name'], 'value', 'shop'],
      [['name'], 'key', 'name'],
      [['resources', 0, 'id'], 'value', 'LB'],
      [['resources', 0, 'config'], 'value', "{ a: 'it''s', b: \"x\\ty\" }"],
      [['resources', 0, 'config', 'a'], 'value', "'it''s'"],
      [['resources', 0, 'config', 'a'], { from: 2, to: 4 }, "''s"],
      [['resources', 0, 'config', 'b'], { from: 1, to: 2 }, '\\t'],
      [['resources', 0, 'config', 'b'], { from: 2, to: 3 }, 'y'],
      [['resources', 1, 'script'], { from: 17, to: 25 }, '${{ A }}'],
      [['resources', 1, 'script'], 'value', '|\n      #!/bin/bash\n      echo ${{ A }}'],
      [['resources', 1, 'tagged'], 'value', '!Sub "x ${y}"'],
      [['resources', 1, 'tagged'], { from: 2, to: 6 }, '${y}'],
      [['resources', 1, 'folded'], { from: 8, to: 13 }, 'three'],
      [['resources', 3], 'value', '*anchor'],
      [['resources', 3, 1], 'value', 'q'],
      [['resources', 3], 'key', '*anchor'],
      [['resources', 2], 'value', '[p, q]'],
      [['resources'], 'value', text.slice(2).join('\n').trim()],
      [['resources', 0, 'id', 'nothing', 3], 'value', 'LB'],
    ];
    for (const newline of ['\n', '\r\n']) {
      const { document } = read(text.join(newline));
      for (const [path, part, expected] of cases) {
        it(`${path.join('.')} ${JSON.stringify(part)} ${newline === '\n' ? 'LF' : 'CRLF'}`, () => {
          expect(covered(document, path, part)).to.equal(expected.replaceAll('\n', newline));
        });
      }
    }

    it('count lines and columns from 1', () => {
      for (const newline of ['\n', '\r\n']) {
        const { start, end } = read(`\ufeff${text.join(newline)}`).document.span(['resources', 1, 'script'], {
          from: 17,
          to: 25,
        });
        expect([start.line, start.column, end.line, end.column]).to.deep.equal([7, 12, 7, 20]);
      }
    });
  });

  describe('properties', () => {
    const yaml = fc.array(
      fc.constantFrom(
        'a',
        'b',
        ':',
        ': ',
        '\n',
        '  ',
        '- ',
        '[',
        ']',
        '{',
        '}',
        ',',
        '"',
        "'",
        '|',
        '>',
        '&a ',
        '*a',
        '!t ',
        '!!str ',
        '#',
        '? ',
        '${{',
        '}}',
        '\t',
        '\r\n',
        '---',
        '%',
        '\\',
        '\u0000',
        '😀',
        '1',
        '<<',
      ),
      { maxLength: 60 },
    );
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      yaml.map((parts) => parts.join('')),
    );

    it('any text gives a document, and every span lies inside the text', () => {
      fc.assert(fc.property(anyText, checkSpans), { numRuns: 3000 });
    });

    it('a scalar written in any style has its characters where their spans say', () => {
      const word = fc
        .array(fc.constantFrom('a', 'b', ' ', '"', "'", '\\', '\t', '€', '😀'), { maxLength: 12 })
        .map((c) => c.join(''));
      fc.assert(
        fc.property(word, fc.nat(12), (content, at) => {
          const written = content.replaceAll("'", "''");
          const { document } = read(`x: '${written}'`);
          const from = Math.min(at, content.length);
          expect(values(document.root)).to.deep.equal({ x: content });
          const { start } = document.span(['x'], { from, to: content.length });
          expect(start.offset).to.equal(4 + content.slice(0, from).replaceAll("'", "''").length);
        }),
      );
    });
  });
});

function checkSpans(text: string): void {
  const { document, diagnostics } = read(text);
  const spans = diagnostics.map(({ span }) => span);
  const walk = (node: Node | undefined, path: Path): void => {
    spans.push(document.span(path, 'value'), document.span(path, 'key'), document.span(path, { from: 0, to: 3 }));
    if (node?.kind === 'list') node.items.forEach((item, index) => void walk(item, [...path, index]));
    if (node?.kind === 'map') for (const { key, value } of node.entries) walk(value, [...path, key]);
  };
  walk(document.root, []);
  for (const { start, end } of spans) {
    expect(
      0 <= start.offset && start.offset <= end.offset && end.offset <= document.text.length,
      JSON.stringify({ start, end }),
    ).to.equal(true);
    expect(start.line >= 1 && start.column >= 1).to.equal(true);
  }
}
