import { expect } from 'chai';
import { format } from '../../compiler/source/format.js';
import { compiledFile } from '../types/compiled.js';
import { Account } from './account.js';
import { type Row, rows, textOf } from './rows.js';

/** The blueprints of a row: its own, and those that it becomes. */
function filesOf({ file, from, updates = [] }: Row): readonly string[] {
  return [
    ...new Set([file, ...(from === undefined ? [] : [from.file]), ...updates.flatMap((update) => update.file ?? [])]),
  ];
}

/** Deploys, by way of what comes before where that is said. */
async function begins({ file, parameters, from }: Row, account: Account): Promise<void> {
  const created = await account.deploy(from?.file ?? file, from === undefined ? parameters : from.parameters);
  expect(new Set(Object.values(created))).to.deep.equal(new Set(['add']));
  if (from !== undefined) expect(await account.deploy(file, parameters), from.what).to.deep.equal(from.changes);
}

/** Deploys, updates and destroys. */
async function lives(row: Row, account: Account): Promise<void> {
  await begins(row, account);
  let { file } = row;
  for (const update of row.updates ?? []) {
    file = update.file ?? file;
    account.edit(file, update.edit ?? {});
    expect(await account.deploy(file, update.parameters), update.what).to.deep.equal(update.changes);
  }
  await account.destroy();
}

for (const row of rows) {
  describe(`${row.id} (${row.file})`, () => {
    for (const file of filesOf(row)) {
      it(`${file} compiles without a word that is not explained`, () => {
        const { messages, text } = compiledFile(`blueprints/${file}`);
        expect(text, messages.join('\n')).not.to.equal('');
        expect(messages, file).to.have.length(row.warnings?.length ?? 0);
      });

      it(`${file} is formatted, and says first what it is`, () => {
        expect(format(textOf(file))).to.equal(textOf(file));
        expect(textOf(file)).to.match(/^# \S/);
      });
    }

    it('is deployed, updated and destroyed', async () => {
      const account = new Account(row);
      try {
        await lives(row, account);
      } finally {
        account.remove();
      }
    });
  });
}
