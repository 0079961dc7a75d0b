import { expect } from 'chai';
import { read } from './reading.js';

/** Findings as `line:column-line:column code: message`, with what the span covers where it says something. */
function findings(text: string): string[] {
  return read(text).diagnostics.map(
    ({ span: { start, end }, code, message }) =>
      `${start.line}:${start.column}-${end.line}:${end.column} ${code}: ${message}`,
  );
}

const unquoted = (text: string) => `unquoted-reference: A text with "${text}" must be quoted inside { } and [ ].`;

describe('mistakes in a text', () => {
  const cases: [string, string, string[]][] = [
    [
      'a quote that is not closed',
      "a: 'x\nb: 1\nc: 2\n",
      ['1:4-1:6 unclosed-quote: The text that starts here has no closing single quote.'],
    ],
    [
      'two quotes that are not closed',
      'a: "x\nb: 1\nc: "y\nd: 2\n',
      [
        '1:4-1:6 unclosed-quote: The text that starts here has no closing double quote.',
        '3:4-3:6 unclosed-quote: The text that starts here has no closing double quote.',
      ],
    ],
    [
      'a bracket that is not closed',
      'a: [1, [2\nb: 3\nc: ]\n',
      ['1:4-1:5 unclosed-bracket: The "[" has no closing "]".'],
    ],
    ['a bracket at the end', 'a: b\r\nc: {', ['2:4-2:5 unclosed-bracket: The "{" has no closing "}".']],
    ['brackets that do not match', 'a: { b: [1, 2 }\n', ['1:9-1:10 unclosed-bracket: The "[" has no closing "]".']],
    ['a closing bracket alone', 'a: 1 ]\nb: ]\n', ['2:4-2:5 yaml-syntax: "]" closes nothing.']],
    [
      'references in flow',
      'a: { x: ${{ A }}, y: "${{ B }}", z: b-${{ C.d }}-e }\nb: [ ${{ X }} ]\n',
      [`1:9-1:17 ${unquoted('${{ A }}')}`, `1:39-1:49 ${unquoted('${{ C.d }}')}`, `2:6-2:14 ${unquoted('${{ X }}')}`],
    ],
    [
      'two references in one text in flow',
      'a: [ echo ${{ A }} and ${{ B }} ]\nb: 1\nb: 2\n',
      [`1:11-1:19 ${unquoted('${{ A }}')}`, '3:1-3:2 duplicate-key: The key "b" is given twice.'],
    ],
    [
      'a tab',
      'a:\n\tb: 1\n',
      ['2:1-2:2 tab-indentation: A tab is used to indent this line, and YAML indents with spaces only.'],
    ],
    [
      'a tab behind spaces',
      'a:\n  b: 1\n  \tc: 2\n',
      ['3:3-3:4 tab-indentation: A tab is used to indent this line, and YAML indents with spaces only.'],
    ],
    [
      'a tab in a block of text',
      'a: |\n  x\n\ty\n',
      ['3:1-3:2 tab-indentation: A tab is used to indent this line, and YAML indents with spaces only.'],
    ],
    [
      'a key too far left',
      'a:\n  b: 1\n c: 2\nd: 1\n',
      ['3:2-3:3 yaml-syntax: "c" is not indented like the keys above it.'],
    ],
    [
      'a key too far right',
      'a: 1\n  b: 2\nc: 3\n',
      ['2:3-2:4 yaml-syntax: "b" is indented deeper than the key before it, which already has a value.'],
    ],
    [
      'an item too far left',
      'a:\n  - b\n - c\n',
      ['3:2-3:3 yaml-syntax: This item is not indented like the items above it.'],
    ],
    ['an item among keys', 'a: 1\n- b\n', ['2:1-2:2 yaml-syntax: This list item stands where a key is expected.']],
    [
      'a key among items',
      '- a\nb: 1\n',
      ['2:1-2:2 yaml-syntax: "b" is indented like nothing that it could belong to.'],
    ],
    [
      'a second colon',
      'a: b: c\n',
      ['1:4-1:5 yaml-syntax: "b" is followed by a second colon, which YAML reads as a key inside a value.'],
    ],
    [
      'a key without a colon',
      'a: x\nb\nc: 1\n',
      ['2:1-2:2 yaml-syntax: "b" has no value: a ":" is missing behind it.'],
    ],
    [
      'text behind a quote, twice',
      'a: "b" c\nd: \'e\' f\n',
      [
        '1:8-1:9 yaml-syntax: "c" stands behind a value that has already ended.',
        '2:8-2:9 yaml-syntax: "f" stands behind a value that has already ended.',
      ],
    ],
    ['a list on the line of its key', 'a: - b\n', ['1:4-1:5 yaml-syntax: A list cannot start on the line of its key.']],
    ['a comma too many', 'a: [1,,2]\n', ['1:7-1:8 yaml-syntax: No value stands in front of this comma.']],
    ['a comma too few', '{"a": "b" "c": 1}', ['1:7-1:10 yaml-syntax: A comma is missing at "b".']],
    [
      'a sign that needs quotes',
      'a: @x\nb: `y`\n',
      [
        '1:4-1:5 yaml-syntax: A text cannot begin with "@" unless it is quoted.',
        '2:4-2:5 yaml-syntax: A text cannot begin with "`" unless it is quoted.',
      ],
    ],
    ['an unknown escape', 'a: "\\d+"\n', ['1:5-1:7 yaml-syntax: "\\d" is not an escape that double quotes know.']],
    [
      'text behind a block sign',
      'a: |x\n  b\n',
      ['1:5-1:6 yaml-syntax: "x" cannot stand behind the sign that starts a block of text.'],
    ],
    ['a tag that is not closed', 'a: !<x\n', ['1:4-1:7 yaml-syntax: The tag "!<x" cannot be read.']],
    ['two tags', 'a: !Base64 !Sub x\n', ['1:12-1:16 yaml-syntax: A value has at most one tag.']],
    ['two anchors', 'a: &x\n  &y 1\n', ['2:3-2:5 yaml-syntax: A value has at most one anchor.']],
    ['a star alone', 'a: *\n', ['1:4-1:5 yaml-syntax: The name is missing behind "*".']],
    ['an unknown anchor', 'a: *x\n', ['1:4-1:6 unknown-anchor: No anchor "&x" stands before this alias.']],
    [
      'an anchor in itself',
      'a: &x [*x]\n',
      ['1:8-1:10 anchor-in-itself: The alias "*x" stands inside its own anchor.'],
    ],
    ['a duplicate key', 'a:\n  b: 1\n  "b": 2\n', ['3:3-3:6 duplicate-key: The key "b" is given twice.']],
    [
      'a merge key',
      'a: &x {b: 1}\nc: { <<: *x }\n',
      ['2:6-2:8 merge-key: The merge key "<<" is not part of YAML 1.2.'],
    ],
    [
      'keys that are no texts',
      '? [a]\n: 1\n{b: 1}: 2\n: 3\n',
      [
        '1:3-1:6 key-not-text: A key must be a plain or quoted text.',
        '3:1-3:7 key-not-text: A key must be a plain or quoted text.',
        '4:1-4:1 key-not-text: A key must be a plain or quoted text.',
      ],
    ],
    ['an alias as key', 'a: &x b\n*x : 1\n', ['2:1-2:3 key-not-text: A key must be a plain or quoted text.']],
    [
      'standard tags',
      'a: !!binary x\nb: !!set {c}\nd: !!int "1"\n',
      [
        '1:4-1:12 standard-tag: The YAML tag "!!binary" is not used in blueprints.',
        '2:4-2:9 standard-tag: The YAML tag "!!set" is not used in blueprints.',
        '3:4-3:9 standard-tag: The YAML tag "!!int" is not used in blueprints.',
      ],
    ],
    [
      'several documents',
      'a: 1\n---\nb: [\n',
      ['2:1-2:4 several-documents: A second YAML document starts here, and a blueprint is one document.'],
    ],
    [
      'a directive',
      '%FOO\na: 1\n',
      ['1:1-1:5 yaml-syntax: A line that starts with a percent sign is a directive, and this one cannot be read.'],
    ],
    [
      'a control character',
      'a: x\0y\0\nb: [\n',
      [
        '1:5-1:6 control-character: The text has 2 characters that YAML does not allow, the first is U+0000.',
        '2:4-2:5 unclosed-bracket: The "[" has no closing "]".',
      ],
    ],
    [
      'a carriage return alone',
      'a: x\rb: 1\n',
      ['1:5-1:6 control-character: The text has a character that YAML does not allow, U+000D.'],
    ],
  ];
  for (const [name, text, expected] of cases) it(name, () => expect(findings(text)).to.deep.equal(expected));

  it('points at the first of two equal keys, too', () => {
    const [duplicate] = read('a: 1\nb: 2\na: 3\n').diagnostics;
    expect(duplicate?.related[0]?.span.start).to.deep.include({ line: 1, column: 1 });
    expect(duplicate?.path).to.deep.equal([]);
  });

  it('says on which path a finding is', () => {
    const [found] = read('a:\n  - b: *x\n').diagnostics;
    expect(found?.path).to.deep.equal(['a', 0, 'b']);
  });

  it('keeps what could be read', () => {
    const { root } = read('a: 1\nb: "x" y\nc: 2\n').document;
    expect(root?.kind === 'map' && root.entries.map(({ key }) => key)).to.deep.equal(['a', 'b', 'c']);
  });
});

describe('limits of a text', () => {
  const deep: [string, string][] = [
    ['[', '['],
    ['{a: ', '{a: '],
    ['- ', '- '],
    ['? ', '? '],
    [': ', ': '],
    ['[[{', '[[{'],
    ['- [', '- ['],
  ];
  for (const [name, unit] of deep) {
    it(`100,000 times ${JSON.stringify(name)}`, () => {
      const { found, document } = read(unit.repeat(100_000));
      expect(found.map((line) => line.split(' ')[1])).to.deep.equal(['text-too-deep']);
      expect(document.root).to.equal(undefined);
    });
  }

  it('100 levels are allowed, 101 are not', () => {
    const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    expect(read(nested(100)).found).to.deep.equal([]);
    expect(read(nested(101)).found).to.deep.equal(['1:101 text-too-deep']);
  });

  it('a deep text in blocks', () => {
    const text = Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n');
    expect(read(text).found.map((line) => line.split(' ')[1])).to.deep.equal(['text-too-deep']);
  });

  it('8 MiB are read, more is not', () => {
    const comment = `#${'x'.repeat(8 * 1024 * 1024 - 1)}`;
    expect(read(comment).found).to.deep.equal([]);
    expect(read(`${comment}\n`).found).to.deep.equal(['1:1 text-too-large']);
  });

  it('aliases that multiply', () => {
    const bomb = [
      'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
      ...Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}*a${i}]`),
    ].join('\n');
    const { found } = read(bomb);
    expect(found).to.deep.equal(['5:45 too-many-aliases']);
  });

  it('aliases that nest', () => {
    const chain = ['a0: &a0 [x]', ...Array.from({ length: 400 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]`)].join(
      '\n',
    );
    expect(read(chain).found[0]).to.match(/^\d+:\d+ text-too-deep$/);
  });

  it('50,000 uses of one small value', () => {
    const uses = `a: &x { b: 1 }\nc:\n${'  - *x\n'.repeat(49_000)}`;
    expect(read(uses).found).to.deep.equal([]);
  });
});
