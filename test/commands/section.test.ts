import { expect } from 'chai';
import { section, sections } from '../../compiler/commands/section.js';

const markdown = `# Title

Before.

## first

Text.

\`\`\`yaml
## a comment
a: b
\`\`\`

### part

## second one
Last.
`;

describe('sections', () => {
  it('are what stands under headings of the second level', () => {
    expect([...sections(markdown).keys()]).to.deep.equal(['first', 'second one']);
  });

  it('keep what is fenced, and headings below', () => {
    expect(section(markdown, 'first')).to.equal('## first\n\nText.\n\n```yaml\n## a comment\na: b\n```\n\n### part');
  });

  it('end with the text', () => {
    expect(section(markdown, 'second one')).to.equal('## second one\nLast.');
  });

  for (const name of ['third', 'part', 'a comment', '__proto__', 'constructor']) {
    it(`has none called ${name}`, () => expect(section(markdown, name)).to.equal(undefined));
  }
});
