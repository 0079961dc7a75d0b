import { expect } from 'chai';
import { stackNameOf } from '../../../deploy/inputs/name.js';
import { attempt, inFolder } from './folder.js';

const BLUEPRINT = 'resources:\n  - type: bucket\n    id: Files\n';
const NAMED = `name: web-shop\nregion: eu-west-1\n${BLUEPRINT}`;
const TEMPLATE = '{"Resources": {"A": {"Type": "AWS::SNS::Topic"}}}';
const FORM = 'a letter, and then up to 127 letters, digits and dashes';

interface Case {
  readonly files: Readonly<Record<string, string>>;
  readonly words: readonly string[];
  readonly stack?: string;
  readonly gives: unknown;
}

const shop = { stack: 'web-shop', region: 'eu-west-1', file: 'shop.yaml', rest: [] };

const cases: Readonly<Record<string, Case>> = {
  'the name that a blueprint says': { files: { 'shop.yaml': NAMED }, words: ['shop.yaml'], gives: shop },
  'the only blueprint of the folder': { files: { 'shop.yaml': NAMED }, words: [], gives: shop },
  'words that are none': { files: { 'shop.yaml': NAMED }, words: ['URL'], gives: { ...shop, rest: ['URL'] } },
  'words behind it': {
    files: { 'shop.yaml': NAMED },
    words: ['shop.yaml', 'a', 'b'],
    gives: { ...shop, rest: ['a', 'b'] },
  },
  "the file's name": {
    files: { 'a.yaml': BLUEPRINT },
    words: ['a.yaml'],
    gives: { stack: 'a', file: 'a.yaml', rest: [] },
  },
  'a file in another folder': {
    files: { 'x/my_shop v1.2.yml': BLUEPRINT },
    words: ['x/my_shop v1.2.yml'],
    gives: { stack: 'my-shop-v1-2', file: 'x/my_shop v1.2.yml', rest: [] },
  },
  "a folder's name": {
    files: { 'shop/a.yaml': BLUEPRINT },
    words: ['shop'],
    gives: { stack: 'shop', file: 'shop', rest: [] },
  },
  'a folder without blueprints is a word': {
    files: { 'URL/x.txt': '', 'a.yaml': BLUEPRINT },
    words: ['URL'],
    gives: { stack: 'a', file: 'a.yaml', rest: ['URL'] },
  },
  'what was asked for': {
    files: { 'shop.yaml': NAMED },
    words: ['shop.yaml'],
    stack: 'other',
    gives: { ...shop, stack: 'other' },
  },
  'what was asked for, in an empty folder': {
    files: {},
    words: ['URL'],
    stack: 'other',
    gives: { stack: 'other', rest: ['URL'] },
  },
  'an id': {
    files: {},
    words: [],
    stack: 'arn:aws:cloudformation:eu-west-1:123456789012:stack/a/1-2',
    gives: { stack: 'arn:aws:cloudformation:eu-west-1:123456789012:stack/a/1-2', rest: [] },
  },
  'a blueprint with errors': {
    files: { 'shop.yaml': `name: web-shop\nresources:\n  - typ: x\n    : [\n` },
    words: ['shop.yaml'],
    gives: { stack: 'web-shop', file: 'shop.yaml', rest: [] },
  },
  'templates and settings are no blueprints': {
    files: { 'shop.yaml': NAMED, 'package.json': '{}', 't.json': TEMPLATE, '.hidden.yaml': BLUEPRINT },
    words: [],
    gives: shop,
  },
  'a plan is no blueprint': {
    files: { 'shop.yaml': NAMED, 'plan.json': '{\n  "version": 1,\n  "review": { "resources": [] }\n}' },
    words: [],
    gives: shop,
  },
  'a blueprint in JSON': {
    files: { 'a.json': '{"resources": []}' },
    words: [],
    gives: { stack: 'a', file: 'a.json', rest: [] },
  },
  'several blueprints': {
    files: { 'a.yaml': BLUEPRINT, 'b.yaml': BLUEPRINT },
    words: [],
    gives: 'Which stack is meant? This folder has several blueprints (a.yaml, b.yaml): name one, or give --stack.',
  },
  'no blueprint': {
    files: {},
    words: [],
    gives: 'Which stack is meant? There is no blueprint in this folder: name a file, or give --stack.',
  },
  'a file that is not there': {
    files: { 'a.yaml': BLUEPRINT },
    words: ['b.yaml'],
    gives: 'There is no file or folder "b.yaml".',
  },
  'a name that cannot be': {
    files: { 'a.yaml': `name: 1shop\n${BLUEPRINT}` },
    words: ['a.yaml'],
    gives: `"1shop" in "a.yaml" cannot be a stack's name, which is ${FORM}.`,
  },
  "a file's name that cannot be": {
    files: { '01-vpc.yaml': BLUEPRINT },
    words: ['01-vpc.yaml'],
    gives: `"01-vpc" cannot be a stack's name (${FORM}): write "name" in the blueprint, or give --stack.`,
  },
  'a name in other letters': {
    files: { 'gärten.yaml': BLUEPRINT },
    words: ['gärten.yaml'],
    gives: `"gärten" cannot be a stack's name (${FORM}): write "name" in the blueprint, or give --stack.`,
  },
  'an option that cannot be': {
    files: {},
    words: [],
    stack: 'a_b',
    gives: `"a_b" cannot be a stack's name, which is ${FORM}.`,
  },
  'one that is too long': {
    files: {},
    words: [],
    stack: `a${'b'.repeat(128)}`,
    gives: `"a${'b'.repeat(128)}" cannot be a stack's name, which is ${FORM}.`,
  },
};

describe('which stack is meant', () => {
  for (const [name, { files, words, stack, gives }] of Object.entries(cases))
    it(name, async () =>
      expect(await inFolder(files, () => attempt(() => stackNameOf(words, { stack })))).to.deep.equal(gives),
    );
});
