import { expect } from 'chai';
import type { Stack } from '../../../deploy/api/cloudformation.js';
import { type OutputsOptions, outputs } from '../../../deploy/commands/outputs.js';
import { minutesAgo, play, stackId } from '../queries/cloud.js';
import { validates } from '../queries/schema.js';

const STACK: Stack = {
  StackName: 'shop',
  StackId: stackId('shop'),
  StackStatus: 'CREATE_COMPLETE',
  CreationTime: minutesAgo(5),
  Outputs: [
    { OutputKey: 'Url', OutputValue: 'https://shop.example/', Description: 'The address.', ExportName: 'shop-url' },
    { OutputKey: 'Motto', OutputValue: `It's "$5"\nonly` },
  ],
};

async function printed(words: readonly string[], form: OutputsOptions['form'] = 'text', stack: Partial<Stack> = {}) {
  const { session, told } = play({ DescribeStacks: [{ Stacks: [{ ...STACK, ...stack }] }] });
  const { output } = await outputs({ words, stack: 'shop', components: [], form }, session);
  return { output, told };
}

describe('jiml outputs', () => {
  const forms: readonly (readonly [OutputsOptions['form'], readonly string[], string])[] = [
    ['text', [], `Motto  It's "$5"\\nonly\nUrl    https://shop.example/  The address.\n`],
    ['text', ['Url'], 'https://shop.example/\n'],
    ['text', ['Motto'], `It's "$5"\nonly\n`],
    ['env', [], `export Motto='It'\\''s "$5"\nonly'\nexport Url='https://shop.example/'\n`],
    ['env', ['Url'], `export Url='https://shop.example/'\n`],
    ['dotenv', [], `Motto="It's \\"\\$5\\"\\nonly"\nUrl=https://shop.example/\n`],
  ];
  for (const [form, words, expected] of forms) {
    it(`prints ${words.join(' ') || 'all'} as ${form}`, async () => {
      expect((await printed(words, form)).output).to.equal(expected);
    });
  }

  for (const words of [[], ['Url']]) {
    it(`prints ${words.join(' ') || 'all'} as JSON`, async () => {
      const data = JSON.parse((await printed(words, 'json')).output);
      validates('outputs', data);
      expect(data.outputs.Url).to.deep.equal({
        value: 'https://shop.example/',
        description: 'The address.',
        export: 'shop-url',
      });
      expect(Object.keys(data.outputs)).to.have.lengthOf(2 - words.length);
    });
  }

  const mistakes: readonly (readonly [readonly string[], Partial<Stack>, string])[] = [
    [['Uri'], {}, 'The stack "shop" has no output "Uri". Did you mean "Url"?'],
    [['Password'], {}, 'The stack "shop" has no output "Password". It has Motto, Url.'],
    [['constructor'], {}, 'The stack "shop" has no output "constructor". It has Motto, Url.'],
    [['Url'], { Outputs: [] }, 'The stack "shop" has no output "Url". It has none.'],
  ];
  for (const [words, stack, message] of mistakes) {
    it(`says: ${message}`, async () => {
      const error = await printed(words, 'text', stack).catch((thrown) => thrown);
      expect(error.message).to.equal(message);
    });
  }

  it('makes no variable of what a shell would run', async () => {
    const stack = { Outputs: [{ OutputKey: 'A;reboot', OutputValue: '1' }] };
    const error = await printed([], 'env', stack).catch((thrown) => thrown);
    expect(error.message).to.equal('The output "A;reboot" cannot be a variable: ask for --format json.');
  });

  it('warns where something goes on', async () => {
    const { told } = await printed([], 'text', { StackStatus: 'UPDATE_IN_PROGRESS' });
    expect(told).to.deep.equal([
      {
        kind: 'warning',
        text: 'Something goes on with "shop" (UPDATE_IN_PROGRESS): its outputs may be about to change.',
      },
    ]);
    expect((await printed([])).told).to.deep.equal([]);
  });
});
