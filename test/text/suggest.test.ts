import { expect } from 'chai';
import fc from 'fast-check';
import { didYouMean, suggest } from '../../compiler/text/suggest.js';

describe('suggest', () => {
  const table: [string, string[], string | undefined][] = [
    ['dealy', ['delay', 'name', 'fifo'], 'delay'],
    ['SubnetPrivateId', ['SubnetPrivateApache', 'SubnetPublicVarnish', 'VPC'], 'SubnetPrivateApache'],
    ['IsProd', ['IsProduction', 'IsTest'], 'IsProduction'],
    ['Web', ['WebServer'], undefined],
    ['subnet', ['Subnets', 'SUBNET'], 'SUBNET'],
    ['Servr', ['Server2', 'Server'], 'Server'],
    ['Sevrer', ['Server', 'Sender'], 'Server'],
    ['ac', ['ab', 'aa'], 'aa'],
    ['x', ['y'], undefined],
    ['completely', ['different'], undefined],
    ['anything', [], undefined],
    ['__proto_', ['__proto__', 'constructor'], '__proto__'],
    ['a'.repeat(300), ['a'.repeat(299)], undefined],
  ];
  for (const [word, candidates, meant] of table) {
    it(`${word.slice(0, 20)} among ${candidates.join(', ').slice(0, 40)}: ${meant}`, () => {
      expect(suggest(word, candidates)).to.equal(meant);
      expect(suggest(word, candidates.toReversed())).to.equal(meant);
    });
  }

  it('finds the only name that is one typo away', () => {
    const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{2,20}$/);
    const typo = fc.record({ at: fc.nat(), letter: fc.constantFrom('a', 'Z', '7'), kind: fc.nat(3) });
    fc.assert(
      fc.property(name, typo, (right, slip) => {
        expect(suggest(slipped(right, slip), [right])).to.equal(right);
      }),
    );
  });

  it('says it as a question', () => {
    expect(didYouMean('Servr', ['Server'])).to.equal('Did you mean "Server"?');
    expect(didYouMean('Servr', ['Bucket'])).to.equal(undefined);
  });
});

function slipped(word: string, slip: { at: number; letter: string; kind: number }): string {
  const at = slip.at % word.length;
  const [before, letter, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
  const next = after[0] ?? '';
  return [
    before + after,
    before + slip.letter + after,
    before + slip.letter + letter + after,
    before + next + letter + after.slice(1),
  ][slip.kind] as string;
}
