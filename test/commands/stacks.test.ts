import { expect } from 'chai';
import { diff } from '../../compiler/commands/diff.js';
import type { Stacks } from '../../compiler/commands/sides/side.js';
import type { JsonMap } from '../../compiler/template/template.js';
import { project } from '../cli/jiml.js';

const TEMPLATE: JsonMap = {
  Parameters: { Delay: { Type: 'Number', Default: 0 }, Size: { Type: 'Number', Default: 1024 } },
  Resources: {
    Jobs: {
      Type: 'AWS::SQS::Queue',
      Properties: {
        DelaySeconds: { Ref: 'Delay' },
        MaximumMessageSize: { Ref: 'Size' },
        QueueName: { Ref: 'AWS::Region' },
      },
    },
  },
};

const BLUEPRINT = JSON.stringify({
  name: 'jobs',
  region: 'eu-central-1',
  parameters: { Delay: { type: 'Number', default: 0 }, Size: { type: 'Number', default: 1024 } },
  resources: [
    {
      id: 'Jobs',
      type: 'AWS::SQS::Queue',
      config: { DelaySeconds: '$Delay', MaximumMessageSize: '$Size', QueueName: 'eu-central-1' },
    },
  ],
});

/** Compares with a stack whose Delay is 5; gives what changes, and which stacks were asked for. */
async function compared(against: string, given: readonly string[], before?: string) {
  const asked: (readonly [string | undefined, string])[] = [];
  const stacks: Stacks = async (name, path) => {
    asked.push([name, path]);
    const parameters = new Map([['Delay', '5']]);
    return { name: `stack:${name ?? 'jobs'}`, template: TEMPLATE, region: 'eu-central-1', parameters };
  };
  const { folder, remove } = project({ 'jobs.json': BLUEPRINT, 'before.json': before ?? '{}' });
  const file = `${folder}/jobs.json`;
  try {
    const { output } = await diff({
      sides: against === '' ? given : [file],
      against: against === '' ? undefined : against,
      components: [],
      parameters: {
        pairs: against === '' ? [] : given,
        file: undefined,
        fileBefore: before === undefined ? undefined : `${folder}/before.json`,
      },
      stacks,
      form: 'json',
      exitCode: false,
      colour: false,
      all: false,
      full: false,
      tool: { version: '1' },
    });
    const resources = JSON.parse(output).resources as { properties: { path: string[] }[] }[];
    return { asked, file, changed: resources.flatMap(({ properties }) => properties.map(({ path }) => path[1])) };
  } finally {
    remove();
  }
}

describe('comparing with a stack', () => {
  const cases: readonly (readonly [string, string, readonly string[], string | undefined, readonly string[]])[] = [
    ['keeps the values that its parameters have', 'stack:jobs', [], undefined, []],
    ['gives new values to the new side only', 'stack:jobs', ['Delay=6'], undefined, ['DelaySeconds']],
    ['takes a given value that is the same for no change', 'stack:jobs', ['Delay=5'], undefined, []],
    ['gives values that were not given before', 'stack:jobs', ['Size=2048'], undefined, ['MaximumMessageSize']],
    ['lets values for the old side count above all', 'stack:jobs', [], '{"Delay": 7}', ['DelaySeconds']],
    ['asks for the stack of the blueprint', 'stack:', [], undefined, []],
    ['compares two stacks', '', ['stack:a', 'stack:b'], undefined, []],
  ];
  for (const [what, against, given, before, expected] of cases) {
    it(what, async () => {
      const { changed } = await compared(against, given, before);
      expect(changed).to.deep.equal(expected);
    });
  }

  it('says which blueprint the stack is of', async () => {
    const { asked, file } = await compared('stack:', []);
    expect(asked).to.deep.equal([[undefined, file]]);
  });
});
