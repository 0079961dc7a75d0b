import { expect } from 'chai';
import { github } from '../../../compiler/diagnostics/render/github.js';
import { sample, spanOf } from './sample.js';

const source = 'a: bad\nc:\n  d\n';

describe('github', () => {
  it('writes one command a finding', () => {
    expect(github([sample(spanOf(source, 'bad'), { message: 'Bad.', hint: 'Better.' })])).to.equal(
      '::error file=shop.yaml,line=1,endLine=1,col=4,endColumn=7,title=unknown-property::Bad.%0ABetter.\n',
    );
  });

  it('leaves columns out where there are several lines', () => {
    expect(github([sample(spanOf(source, 'c:\n  d'), { message: 'Bad.' })])).to.equal(
      '::error file=shop.yaml,line=2,endLine=3,title=unknown-property::Bad.\n',
    );
  });

  it('calls a note a notice', () => {
    expect(github([sample(spanOf(source, 'd'), { severity: 'note' })])).to.match(/^::notice /);
  });

  it('escapes what GitHub would read', () => {
    const printed = github([sample(spanOf(source, 'bad'), { message: '50%\r\n::x, y', file: 'a:b,c%.yaml' })]);
    expect(printed).to.include('file=a%3Ab%2Cc%25.yaml,').and.include('::50%25%0D%0A::x, y\n');
    expect(printed.split('\n')).to.have.length(2);
  });
});
