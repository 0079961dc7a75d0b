import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { Specifications } from '../../compiler/specification/read.js';
import { describeTypes } from '../../specification/describe.js';
import { generate } from '../../specification/generate.js';
import { isCurrent, readStored, store } from '../../specification/store.js';
import { database, noTables } from './database.js';

const UPDATE = join(import.meta.dirname, '..', '..', 'specification', 'update.js');
const text = { type: 'string' } as const;
const number = { type: 'integer' } as const;
const kinds = (...allowedValues: string[]) => ({ type: 'string', allowedValues }) as const;

function folderOf(fill: (data: ReturnType<typeof database>) => void): string {
  const data = database();
  fill(data);
  const folder = mkdtempSync(join(tmpdir(), 'types-'));
  store(folder, describeTypes(data.db, noTables), 'A licence.', 'a stamp');
  return folder;
}

describe('storing types', () => {
  it('stores what can be read again, with the licence, and tells from what', () => {
    const folder = folderOf(({ add }) => add('AWS::A::B', { X: { type: text } }));
    expect([...readStored(folder)]).to.deep.equal([['AWS::A::B', { name: 'AWS::A::B', properties: { X: 'string' } }]]);
    expect(new Specifications(folder).typeSpecification('AWS::A::B')?.properties.names).to.deep.equal(['X']);
    expect(readFileSync(join(folder, 'LICENSE'), 'utf8')).to.equal('A licence.');
    expect([isCurrent(folder, 'a stamp'), isCurrent(folder, 'another')]).to.deep.equal([true, false]);
  });

  it('leaves nothing of what was there before', () => {
    const folder = folderOf(({ add }) => add('AWS::A::B', {}));
    store(folder, new Map(), '', '');
    expect(existsSync(join(folder, 'AWS'))).to.equal(false);
  });

  it('describes all types once, and again only where something is different', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'types-')), 'types');
    expect(await generate(folder)).to.be.greaterThan(1800);
    const queue = join(folder, 'AWS', 'SQS', 'Queue.json');
    utimesSync(queue, 0, 0);
    expect(await generate(folder)).to.equal(undefined);
    rmSync(join(folder, 'stamp'));
    const before = readFileSync(queue);
    expect(await generate(folder)).to.be.greaterThan(1800);
    expect(readFileSync(queue).equals(before)).to.equal(true);
  });
});

describe('npm run update-types', () => {
  it('says what came, what went and what changed', () => {
    const before = folderOf(({ add, define }) => {
      const rule = define('Rule', { Port: { type: text } });
      add('AWS::A::Gone', {});
      add('AWS::A::Same', { X: { type: text } });
      add(
        'AWS::A::Thing',
        {
          Name: { type: text },
          Old: { type: text },
          Rule: { type: rule },
          Mode: { type: text },
          Kind: { type: kinds('a', 'b', 'c', 'd') },
        },
        { attributes: { Arn: { type: text } }, primaryIdentifier: ['Name'] },
      );
    });
    const after = folderOf(({ add, define }) => {
      const rule = define('Rule', { Port: { type: number } });
      add('AWS::A::Came', {});
      add('AWS::A::Same', { X: { type: text } });
      add(
        'AWS::A::Thing',
        {
          Name: { type: text, required: true, causesReplacement: 'yes' },
          Rule: { type: rule },
          New: { type: { type: 'array', element: text } },
          Mode: { type: kinds('a', 'b') },
          Kind: { type: kinds('b', 'c', 'd', 'e') },
        },
        { attributes: { Arn: { type: text }, Url: { type: text } }, primaryIdentifier: ['Arn'], isStateful: true },
      );
    });
    const said = execFileSync(process.execPath, [UPDATE, '--compare', before, after], { encoding: 'utf8' });
    expect(said.trimEnd().split('\n')).to.deep.equal([
      '+ AWS::A::Came',
      '- AWS::A::Gone',
      'AWS::A::Thing',
      '  + attribute Url: string',
      '  ~ identifier: Name -> Arn',
      '  ~ property Kind: +e -a',
      '  ~ property Mode: string -> a | b',
      '  ~ property Name: string -> string, required, replaces always',
      '  + property New: list of string',
      '  - property Old',
      '  ~ property Rule.Port: string -> integer',
      '  ~ type: nothing -> holds data',
      '1 added, 1 removed, 1 changed of 3 types.',
    ]);
  });

  it('compares with what is installed where only the old folder is named', () => {
    const empty = folderOf(() => {});
    const said = execFileSync(process.execPath, [UPDATE, '--compare', empty], { encoding: 'utf8' });
    expect(said)
      .to.include('+ AWS::SQS::Queue\n')
      .and.to.match(/\d{4} added, 0 removed, 0 changed/);
  });

  it('says how it is used', () => {
    const { status, stderr } = spawnSync(process.execPath, [UPDATE, '--newest'], { encoding: 'utf8' });
    expect([status, stderr]).to.deep.equal([2, 'Usage: npm run update-types [-- --compare OLD [NEW]]\n']);
  });
});
