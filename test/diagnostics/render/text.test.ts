import { expect } from 'chai';
import type { Diagnostic } from '../../../compiler/diagnostics/diagnostic.js';
import { text } from '../../../compiler/diagnostics/render/text.js';
import { sample, spanOf } from './sample.js';

function draw(source: string, diagnostics: readonly Diagnostic[], file = 'shop.yaml'): string {
  return text(diagnostics, { sources: new Map([[file, source]]), colour: false });
}

/** The source line and its carets of a one-finding report. */
function excerptOf(source: string, word: string): string[] {
  return draw(source, [sample(spanOf(source, word))])
    .split('\n')
    .slice(2, 4)
    .map((line) => line.slice(4));
}

const jobs = 'resources:\n  - id: Jobs\n    type: queue\n    config:\n      dealy: 30\n';

describe('text', () => {
  it('is drawn as documented', () => {
    const diagnostic = sample(spanOf(jobs, 'dealy'), { hint: 'Did you mean "delay"?' });
    expect(
      draw(jobs, [diagnostic]),
    ).to.equal(`shop.yaml:5:7: error: "dealy" is not a property of queue "Jobs". [unknown-property]
  |
5 |       dealy: 30
  |       ^^^^^
  = Did you mean "delay"?

1 error in shop.yaml
`);
  });

  it('needs nothing but the JSON form', () => {
    const diagnostics = [sample(spanOf(jobs, 'dealy'), { hint: 'Did you mean "delay"?' })];
    expect(draw(jobs, JSON.parse(JSON.stringify(diagnostics)))).to.equal(draw(jobs, diagnostics));
  });

  it('shows related places with their lines, under one gutter', () => {
    const source = `- id: A\n${'\n'.repeat(9)}- id: A\n`;
    const related = [{ message: 'first defined here', file: 'shop.yaml', span: spanOf(source, 'A') }];
    const diagnostic = sample(spanOf(source, 'A', 2), { message: 'Two are "A".', related, hint: 'One.\nTwo.' });
    expect(draw(source, [diagnostic])).to.equal(`shop.yaml:11:7: error: Two are "A". [unknown-property]
   |
11 | - id: A
   |       ^
   = see shop.yaml:1:7: first defined here
 1 | - id: A
   |       ^
   = One.
     Two.

1 error in shop.yaml
`);
  });

  it('leaves the line out where the text is not known', () => {
    expect(draw(jobs, [sample(spanOf(jobs, 'dealy'), { message: 'Bad.' })], 'other.yaml')).to.equal(
      'shop.yaml:5:7: error: Bad. [unknown-property]\n\n1 error in shop.yaml\n',
    );
  });

  it('is empty where nothing was found', () => {
    expect(draw(jobs, [])).to.equal('');
  });

  const summaries: readonly (readonly [string, readonly Partial<Diagnostic>[]])[] = [
    ['1 error in a', [{ file: 'a' }]],
    ['2 errors, 1 warning in a', [{ file: 'a' }, { file: 'a', severity: 'warning' }, { file: 'a' }]],
    ['1 error, 1 note in 2 files', [{ file: 'a' }, { file: 'b', severity: 'note' }]],
  ];
  for (const [expected, said] of summaries) {
    it(`ends with "${expected}"`, () => {
      const { code: _, ...first } = sample(spanOf(jobs, 'dealy'));
      const lines = draw(
        jobs,
        said.map((one) => sample(first.span, { ...first, ...one, code: 'x' })),
      ).split('\n');
      expect(lines.at(-2)).to.equal(expected);
    });
  }

  it('colours what it says, and only when told to', () => {
    const coloured = text([sample(spanOf(jobs, 'dealy'))], { sources: new Map([['shop.yaml', jobs]]), colour: true });
    expect(coloured).to.include('\x1b[1;31merror:\x1b[0m').and.include('\x1b[1;31m^^^^^\x1b[0m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with the escape character
    expect(coloured.replace(/\x1b\[[\d;]*m/g, '')).to.equal(draw(jobs, [sample(spanOf(jobs, 'dealy'))]));
  });
});

describe('an excerpt', () => {
  const rows: readonly (readonly [string, string, string, string, string])[] = [
    ['tabs', '\tab\tbad: 1', 'bad', '    ab  bad: 1', '        ^^^'],
    ['wide characters', '名前: bad', 'bad', '名前: bad', '      ^^^'],
    ['marked wide characters', 'x: 名前', '名前', 'x: 名前', '   ^^^^'],
    ['emoji of several code points', '👩‍👩‍👧: bad', 'bad', '👩‍👩‍👧: bad', '    ^^^'],
    ['combining marks', 'cafe\u0301: bad', 'bad', 'cafe\u0301: bad', '      ^^^'],
    ['escape sequences', 'a\x1b[31m: bad', 'bad', 'a\\x1b[31m: bad', '           ^^^'],
    ['marks that turn the text around', '\u202ea: bad', 'bad', '\\u202ea: bad', '         ^^^'],
    ['half a surrogate pair', '\ud83d: bad', 'bad', '\\ud83d: bad', '        ^^^'],
    ['carriage returns', 'a: bad\r\nb: c', 'bad', 'a: bad', '   ^^^'],
    ['a return inside a line', 'a\rb: bad', 'bad', 'a\\rb: bad', '      ^^^'],
    ['a marked tab', '\ta: b', '\t', '    a: b', '^^^^'],
    ['spans over lines', 'a: b  \n  c', 'b  \n  c', 'a: b  ', '   ^'],
    ['nothing, at the end', 'a:', '', 'a:', '^'],
  ];
  for (const [name, source, word, line, marks] of rows) {
    it(`keeps the carets in place for ${name}`, () => {
      expect(excerptOf(source, word)).to.deep.equal([line, marks]);
    });
  }

  it('puts one caret behind the end for an empty span there', () => {
    const end = { offset: 2, line: 1, column: 3 };
    const lines = draw('a:', [sample({ start: end, end })]).split('\n');
    expect(lines.slice(2, 4)).to.deep.equal(['1 | a:', '  |   ^']);
  });

  const long = `{${'"key":"value",'.repeat(200)}"bad":1,${'"key":"value",'.repeat(200)}"last":2}`;
  for (const word of ['"bad"', '{', '"last"']) {
    it(`cuts a long line around ${word}`, () => {
      const [line = '', marks = ''] = excerptOf(long, word);
      expect(line.length).to.be.at.most(102);
      expect(line.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).to.equal(word);
      expect(line.startsWith('…')).to.equal(word !== '{');
      expect(line.endsWith('…')).to.equal(word !== '"last"');
    });
  }

  it('does not mark more than it shows', () => {
    const [line = '', marks = ''] = excerptOf(long, long);
    expect(line.length).to.equal(101);
    expect(marks).to.equal('^'.repeat(100));
  });
});

describe('what a hostile file says', () => {
  it('is escaped wherever it is repeated', () => {
    const evil = '\x1b]0;gotcha\x07\n::error::';
    const said = { message: `"${evil}" is bad.`, file: `a${evil}.yaml`, hint: '\x9bdelete' };
    const related = [{ message: evil, file: evil, span: spanOf(jobs, 'Jobs') }];
    const drawn = draw(jobs, [sample(spanOf(jobs, 'dealy'), { ...said, related })]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(drawn).not.to.match(/[\0-\x09\x0b-\x1f\x7f-\x9f]/);
    expect(drawn).not.to.match(/^::error/m);
  });
});
