import { expect } from 'chai';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { format } from '../../compiler/source/format.js';
import type { Node } from '../../compiler/source/node.js';
import { readScalar } from '../../compiler/source/scalar.js';
import { read } from './reading.js';

/** What a text means where no schema speaks: maps by key, texts and values apart. */
function meaning(node: Node | undefined): unknown {
  if (node === undefined) return 'nothing';
  const { tag = '' } = node;
  if (node.kind === 'list') return [tag, node.items.map(meaning)];
  if (node.kind === 'map') {
    const entries = node.entries.map(({ key, value }) => [key, meaning(value)] as const);
    return [tag, 'map', entries.toSorted(([a], [b]) => (a < b ? -1 : 1))];
  }
  return [tag, node.text, readScalar(node, undefined).value];
}

const lines = (...all: string[]) => `${all.join('\n')}\n`;

describe('format', () => {
  const cases: [string, string, string][] = [
    ['top-level keys in order', 'resources: []\nregion: x\nname: y\n', 'name: y\nregion: x\nresources: []\n'],
    [
      'keys of other documents as they are',
      'resources: []\nattributes: {}\nname: y\n',
      'resources: []\nattributes: {}\nname: y\n',
    ],
    [
      'keys of a resource in order',
      lines('resources:', '- config: { z: 1, a: 2 }', '  other: 1', '  dependsOn: X', '  id: A', '  type: t'),
      lines('resources:', '  - type: t', '    id: A', '    dependsOn: X', '    other: 1', '    config: { z: 1, a: 2 }'),
    ],
    ['two spaces', 'a:\n    - b:\n            c: 1\n', 'a:\n  - b:\n      c: 1\n'],
    ['no needless quotes', `a: "x"\nb: 'us-east-1'\n"c": ["$DB", "it's"]\n`, "a: x\nb: us-east-1\nc: [$DB, it's]\n"],
    [
      'quotes where they matter',
      lines(
        'a: "1.0"',
        'b: "yes"',
        'c: "2012-10-17"',
        'd: ""',
        'e: "a: b"',
        'f: "*"',
        'g: "~"',
        '"<<": x',
        'h: "x #y"',
      ),
      lines(
        'a: "1.0"',
        'b: "yes"',
        'c: "2012-10-17"',
        'd: ""',
        'e: "a: b"',
        'f: "*"',
        'g: "~"',
        '"<<": x',
        'h: "x #y"',
      ),
    ],
    [
      'quotes around references in flow',
      "a: { b: '${{ X }}' }\nc: '${{ X }}'\n",
      'a: { b: "${{ X }}" }\nc: ${{ X }}\n',
    ],
    ['quotes with few backslashes', 'a: "\\"*\\""\n', `a: '"*"'\n`],
    [
      'plain values as they were written',
      'a: 012\nb: 3.10\nc: ~\nd:\ne: [ , ]\n'.replace('[ , ]', '[ 1e3 ]'),
      'a: 012\nb: 3.10\nc: ~\nd:\ne: [1e3]\n',
    ],
    ['brackets and braces', 'a: {b: 1,c: [ 1,2 ]}\n', 'a: { b: 1, c: [1, 2] }\n'],
    ['brackets over several lines', 'a: [\n  1,\n  {b: 2}\n]\n', 'a:\n  - 1\n  - { b: 2 }\n'],
    ['scripts as blocks', 'a: "#!/bin/bash\\necho\\n"\nb: "x\\ny"\n', 'a: |\n  #!/bin/bash\n  echo\nb: |-\n  x\n  y\n'],
    ['long lines as they are', `a: ${'word '.repeat(60)}end\n`, `a: ${'word '.repeat(60)}end\n`],
    ['tags', 'a: !Sub "x ${y}"\nb: !If [c, !Ref d, "e"]\n', 'a: !Sub x ${y}\nb: !If [c, !Ref d, e]\n'],
    ['anchors and aliases', 'a: &x { b: 1 }\nc: *x\n', 'a: &x { b: 1 }\nc: *x\n'],
    ['CRLF and a byte-order mark', '\ufeffa: 1\r\nb: |\r\n  x\r\n', 'a: 1\nb: |\n  x\n'],
    [
      'comments and empty lines',
      lines(
        '# about the file',
        'resources: # all',
        '  # first',
        '  - id: A # its id',
        '    type: t',
        '',
        '',
        '  # second',
        '  - type: u',
        'name: x # the name',
        '# end',
      ),
      lines(
        '# about the file',
        '',
        'name: x # the name',
        'resources: # all',
        '  # first',
        '  - type: t',
        '    id: A # its id',
        '',
        '  # second',
        '  - type: u',
        '',
        '# end',
      ),
    ],
    [
      'JSON as JSON',
      '{"resources": [{"id": "A", "type": "t", "n": 1.0, "e": [], "f": {}}], "name": "x\\u00e9\\n"}',
      lines(
        '{',
        '  "name": "xé\\n",',
        '  "resources": [',
        '    {',
        '      "type": "t",',
        '      "id": "A",',
        '      "n": 1.0,',
        '      "e": [],',
        '      "f": {}',
        '    }',
        '  ]',
        '}',
      ),
    ],
    ['a comment under the last item', 'a:\n  b: 1\n  # b\nc: 2\n', 'a:\n  b: 1\n  # b\nc: 2\n'],
    ...(
      [
        ['a:\n  b: 1\n  # under b\n\n# about c\nc: 2\n'],
        ['a:\n  b:\n    - 1\n    # under 1\n  # under b\n# about c\nc: 2\n'],
        ['a:\n  - b:\n      c: 1\n      # under c\n    # under b\n  # about d\n  - d: 1\n'],
        ['a:\n  b: |\n    x\n\n  # under b\n# about c\nc: 2\n'],
        ['a:\n  b: 1\n  # under b\n\n# alone\n\n# about c\n# too\nc: 2\n'],
        ['a:\n  b: 1\n  # under b\n\n# the end\n'],
        ['a:\n- b: 1\n  # x\n# about c\nc: 2\n', 'a:\n  - b: 1\n    # x\n# about c\nc: 2\n'],
        ['a:\n    b: 1\n    # b\n  # a\nc: 2\n', 'a:\n  b: 1\n  # b\n# a\nc: 2\n'],
        ['a:\r\n  b: 1\r\n  # b\r\n# c\r\nc: 2\r\n', 'a:\n  b: 1\n  # b\n# c\nc: 2\n'],
      ] as readonly [string, string?][]
    ).map(([from, to = from]): [string, string, string] => [`comments further out: ${JSON.stringify(from)}`, from, to]),
    ['an alias that would come before its anchor', 'resources: &x []\nname: *x\n', 'resources: &x []\nname: *x\n'],
    ['errors', 'a: 1\na:    2\n', 'a: 1\na:    2\n'],
    ['nothing', '# only this\n', '# only this\n'],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => {
      expect(format(text)).to.equal(expected);
      expect(format(expected)).to.equal(expected);
    });
  }

  const word = fc.oneof(
    fc.constantFrom(
      '',
      'true',
      'no',
      '1',
      '012',
      '3.10',
      '~',
      '2012-10-17',
      '$DB',
      '${{ A }}',
      'a: b',
      'x #y',
      '- a',
      "it's",
      '"',
      'a\nb\n',
      ' a\n\n b \n',
      '\n',
      'x\\y',
      '<<',
      '?',
      '{',
      'é€',
      '\u0085',
      '\u0007',
      '...',
      '---',
      'a,b',
      'a:',
    ),
    fc.string({ maxLength: 8 }),
  );
  const key = fc.oneof(fc.constantFrom('type', 'id', 'config', 'resources', 'name', 'region', 'metadata'), word);
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      word,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
    ),
  }));
  const style = fc.record({
    indent: fc.constantFrom(2, 4),
    lineWidth: fc.constantFrom(0, 20, 80),
    collectionStyle: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
    singleQuote: fc.boolean(),
    indentSeq: fc.boolean(),
  });
  const written = fc.tuple(tree, style).map(([value, options]) => stringify(value, { ...options, schema: 'core' }));
  const commented = fc
    .tuple(written, fc.array(fc.tuple(fc.nat(30), fc.constantFrom('# c', '', '  # d', '      # e'))))
    .map(([text, insertions]) => {
      const result = text.split('\n');
      for (const [at, comment] of insertions) result.splice(at % result.length, 0, comment);
      return result.join('\n');
    });
  const soup = fc
    .array(
      fc.constantFrom(
        'a',
        'b: ',
        '\n',
        '\n  ',
        '- ',
        '[',
        ']',
        '{',
        '}',
        ', ',
        '"x"',
        "'1'",
        '|',
        '&a ',
        '*a',
        '!t ',
        ' # c\n',
        '? ',
        '\t',
        ': ',
      ),
      { maxLength: 25 },
    )
    .map((parts) => parts.join(''));
  const texts = fc.oneof(written, commented, soup);

  it('means the same', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(meaning(read(format(text)).document.root)).to.deep.equal(meaning(read(text).document.root));
      }),
      { numRuns: 1000 },
    );
  });

  it('done twice is done once', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = format(text);
        expect(format(once)).to.equal(once);
      }),
      { numRuns: 1000 },
    );
  });

  it('brings any two ways to write a value to one', () => {
    const value = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'true', 'a: b', 'p\nq\n', ''), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(value, (content) => {
        const ways = [
          stringify(content),
          stringify(content, { indent: 4, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'QUOTE_SINGLE' }),
        ];
        expect(format(ways[0] ?? '')).to.equal(format(ways[1] ?? ''));
      }),
    );
  });
});
