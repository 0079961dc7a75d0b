import { expect } from 'chai';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { member } from '../../compiler/source/node.js';
import { read } from './reading.js';

/** What the source has where the text has a word. */
function sourceOf(text: string, word: string): string {
  const { document } = read(text);
  const node = member(document.root, 'a');
  if (node?.kind !== 'scalar') return 'no scalar';
  const from = node.text.indexOf(word);
  const { start, end } = document.span(['a'], { from, to: from + word.length });
  return document.text.slice(start.offset, end.offset);
}

describe('places inside a scalar', () => {
  const cases: [string, string, string, string?][] = [
    ['plain', 'a: one two', 'two'],
    ['plain over lines', 'a: one\n  two\n\n  three four', 'three'],
    ['single', "a: 'it''s two'", 'two'],
    ['single over lines', "a: 'it''s one   \n\n   two'", 'two'],
    ['double', 'a: "\\t\\x41\\u0042\\U00000043 two"', 'two'],
    ['double, an escape', 'a: "one\\x41two"', 'A', '\\x41'],
    ['double, an escape of two code units', 'a: "\\U0001F600 two"', 'two'],
    ['double over lines', 'a: "one\\\n   two  \n  three\n\n  four"', 'four'],
    ['literal', 'a: |\n  one\n\n    two\n  three', 'two'],
    ['literal with an indicator', 'a: |2-\n    one\n  two\n', 'two'],
    ['literal with a comment', 'a: | # here\n\n  one\n  two\n', 'two'],
    ['literal with trailing lines', 'a: |+\n  one\n\n\nb: 1', '\n\n', ''],
    ['folded', 'a: >\n  one\n  two\n\n  three\n', 'three'],
    ['folded with deeper lines', 'a: >-\n  one\n    two\n   three\n  four\n', 'four'],
    ['tagged', 'a: !Sub # why\n  "one two"', 'two'],
    ['tagged and anchored', 'a: !Sub &x one two', 'two'],
    ['tagged as a text', 'a: !!str one two', 'two'],
    ['anchored and tagged literal', 'a: &x !Base64 |\n  one\n  two\n', 'two'],
  ];
  for (const [name, text, word, expected = word] of cases) {
    for (const newline of ['\n', '\r\n']) {
      it(`${name} ${newline === '\n' ? 'LF' : 'CRLF'}`, () => {
        expect(sourceOf(text.replaceAll('\n', newline), word)).to.equal(expected.replaceAll('\n', newline));
      });
    }
  }

  it('every word of a text is found in its source, however it is written', () => {
    const words = fc.array(
      fc.tuple(fc.constantFrom(' ', '\n', '\n\n', '\n  ', '  ', "'", '"', '\\', '\t'), fc.nat(9)),
      { minLength: 1, maxLength: 12 },
    );
    const style = fc.record({
      defaultStringType: fc.constantFrom(
        'PLAIN' as const,
        'QUOTE_SINGLE' as const,
        'QUOTE_DOUBLE' as const,
        'BLOCK_LITERAL' as const,
        'BLOCK_FOLDED' as const,
      ),
      lineWidth: fc.constantFrom(0, 25),
      doubleQuotedMinMultiLineLength: fc.constant(10),
    });
    fc.assert(
      fc.property(words, style, fc.boolean(), (parts, options, crlf) => {
        const content = parts.map(([gap, digit], i) => `${gap}<w${i}:${digit}>`).join('');
        const text = stringify({ a: content }, options);
        for (const [i, [, digit]] of parts.entries()) {
          const word = `<w${i}:${digit}>`;
          const source = sourceOf(crlf ? text.replaceAll('\n', '\r\n') : text, word);
          // A long word in double quotes can be broken by a backslash.
          expect(source.replace(/\\\r?\n */, '')).to.equal(word);
        }
      }),
      { numRuns: 500 },
    );
  });
});
