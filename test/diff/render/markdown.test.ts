import { expect } from 'chai';
import { markdown } from '../../../compiler/diff/render/markdown.js';
import { comparison, everything, hostile, modified, named, property } from './fixtures.js';

const extent = { all: false, full: false };

/** What is neither in a block of code nor code in a line. */
function outside(text: string): string {
  const open: string[] = [];
  const lines = text.split('\n').filter((line) => {
    const [, marks = ''] = /^(`{3,})(?:diff)?$/.exec(line) ?? [];
    if (open.length === 0 && marks !== '' && line.endsWith('diff')) return open.push(marks) < 0;
    if (open.length > 0 && line === open[0]) return open.pop() === undefined;
    return open.length === 0;
  });
  expect(open).to.deep.equal([]);
  return lines.join('\n').replaceAll(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '');
}

describe('the Markdown of a difference', () => {
  it('groups by risk, and folds', () => {
    const said = markdown([everything], extent);
    expect(said).to.match(/^<!-- jiml diff -->\n\n### What would change\n\n\*\*1 to add, 3 to change/);
    const order = [
      '#### Data is lost',
      '#### Access gets wider',
      'Replaced (2)',
      'Perhaps replaced (1)',
      'Removed (1)',
      'Changed (1)',
      'Added (1)',
      'The rest of the template',
    ];
    expect(order.map((word) => said.indexOf(word))).to.deep.equal(
      order.map((word) => said.indexOf(word)).toSorted((a, b) => a - b),
    );
    expect(order.filter((word) => !said.includes(word))).to.deep.equal([]);
    expect(said).to.include(
      '```diff\n# Server is replaced because ImageId cannot change in place (shop.yaml:14).\n! ImageId: "ami-1"',
    );
  });

  it('closes what it opens', () => {
    const said = markdown([everything, everything], extent);
    expect(said.match(/<details/g)).to.have.lengthOf(14);
    expect(said.match(/<\/details>/g)).to.have.lengthOf(14);
    expect(said.match(/<\/details>\n\n/g)?.length ?? 0).to.be.at.least(13);
  });

  it('is the same for the same', () => {
    expect(markdown([everything], extent)).to.equal(markdown([structuredClone(everything)], extent));
  });

  const big = 'x'.repeat(3_000);
  const sizes: readonly (readonly [string, ReturnType<typeof comparison>[]])[] = [
    ['2,000 changes', [comparison({ resources: Array.from({ length: 2_000 }, (_, i) => modified(`R${i}`)) })]],
    [
      '2,000 risks',
      [
        comparison({
          risks: Array.from({ length: 2_000 }, (_, i) => ({ kind: 'data-loss' as const, id: `R${i}`, message: big })),
        }),
      ],
    ],
    [
      '2,000 parameters',
      [
        comparison({
          sections: Array.from({ length: 2_000 }, (_, i) => ({
            section: 'Parameters' as const,
            name: `P${i}`,
            action: 'add' as const,
            after: big,
          })),
        }),
      ],
    ],
    [
      '500 comparisons',
      Array.from({ length: 500 }, (_, i) => comparison({ resources: [modified('R')] }, { after: `${i}${big}` })),
    ],
    [
      'long names',
      [
        comparison({
          resources: Array.from({ length: 100 }, (_, i) =>
            modified(`${i}${big}`, {
              type: big,
              properties: Array.from({ length: 50 }, () => property(big, big, `${big}.`)),
            }),
          ),
        }),
      ],
    ],
  ];
  for (const [name, comparisons] of sizes) {
    it(`has less than 65,536 characters for ${name}, and says what is left out`, () => {
      const said = markdown(comparisons, { all: true, full: true });
      expect(said.length).to.be.below(65_536).and.above(30_000);
      expect(said).to.match(/\*\*Left out here, for want of room: \d+ (?:entries|comparisons)\.\*\*\n$/);
      expect(said.match(/<details/g)?.length).to.equal(said.match(/<\/details>/g)?.length);
      outside(said);
    });
  }

  for (const word of hostile) {
    it(`writes ${JSON.stringify(word)} as text`, () => {
      const said = markdown([named(word)], { all: true, full: true });
      const markup = outside(said).replaceAll(/<\/?details(?: open)?>|<\/?summary>|<\/?b>|<!-- jiml diff -->/g, '');
      expect(markup).not.to.match(/[<>]|@(?!\u200b)|\]\(|!\[/);
      expect(said).not.to.match(/[^\n\P{Cc}]|\p{Bidi_Control}|\p{Cs}/u);
    });
  }
});
