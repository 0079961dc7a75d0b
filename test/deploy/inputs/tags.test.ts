import { expect } from 'chai';
import { tagsFor } from '../../../deploy/inputs/tags.js';
import { attempt } from './folder.js';

const blueprint = { Team: 'shop', Stage: 'test' };
const many = Array.from({ length: 50 }, (_, index) => `k${index}=v`);

describe('tags of a deployment', () => {
  const cases: Readonly<Record<string, [readonly string[], unknown]>> = {
    'the blueprint’s': [[], ['Stage=test', 'Team=shop']],
    'over the blueprint’s': [
      ['Stage=production', 'Owner=a b'],
      ['Owner=a b', 'Stage=production', 'Team=shop'],
    ],
    'with an equals sign, or nothing': [
      ['A=b=c', 'B='],
      ['A=b=c', 'B=', 'Stage=test', 'Team=shop'],
    ],
    'with a name that is special elsewhere': [['__proto__=x'], ['Stage=test', 'Team=shop', '__proto__=x']],
    'no pair': [['Stage'], '"Stage" is no tag: write it as Key=Value.'],
    'no key': [['=x'], '"=x" is no tag: write it as Key=Value.'],
    "AWS's own": [['AWS:x=1'], 'The tag "AWS:x" cannot be given: tags that begin with aws: are AWS\'s own.'],
    'strange characters': [['a<b=1'], 'The key of the tag "a<b" has characters that AWS does not take.'],
    'strange values': [['a=1;2'], 'The tag "a" has characters that AWS does not take.'],
    'a long key': [[`${'k'.repeat(129)}=1`], `The key of the tag "${'k'.repeat(40)}…" has more than 128 characters.`],
    'a long value': [[`a=${'v'.repeat(257)}`], 'The tag "a" has more than 256 characters.'],
    'too many': [many, 'There are 52 tags, and a stack can have 50.'],
    'all at once': [
      ['aws:x=1', 'a=;'],
      '2 tags cannot be.\nThe tag "a" has characters that AWS does not take.\nThe tag "aws:x" cannot be given: tags that begin with aws: are AWS\'s own.',
    ],
  };
  for (const [name, [pairs, gives]] of Object.entries(cases))
    it(name, async () => {
      const found = await attempt(() =>
        [...tagsFor(new Map(Object.entries(blueprint)), pairs)].map((pair) => pair.join('=')),
      );
      expect(found).to.deep.equal(gives);
    });
});
