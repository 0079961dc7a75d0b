import { spawnSync } from 'node:child_process';
import { inspect } from 'node:util';
import { expect } from 'chai';
import type { JsonMap } from '../../../compiler/template/template.js';
import type { Parameter } from '../../../deploy/api/cloudformation.js';
import type { Person } from '../../../deploy/api/session.js';
import { known, type ParameterValue, parametersFor, requested } from '../../../deploy/inputs/parameters.js';
import { attempt, inFolder } from './folder.js';

const DECLARED = {
  Size: { Type: 'Number', MinValue: 1, MaxValue: 10, Default: 3, Description: 'How many.' },
  Stage: { Type: 'String', AllowedValues: ['test', 'production'], Description: 'Where it is.' },
  Password: { Type: 'String', NoEcho: true, MinLength: 8, Description: 'Of the database' },
};

interface Case {
  readonly declared?: object;
  readonly pairs?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly file?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly previous?: readonly Parameter[];
  readonly gives: unknown;
}

const PREVIOUS: readonly Parameter[] = [
  { ParameterKey: 'Size', ParameterValue: '5' },
  { ParameterKey: 'Stage', ParameterValue: 'test' },
  { ParameterKey: 'Password', ParameterValue: '****' },
];

async function asked({ declared = DECLARED, pairs = [], file, environment = {}, previous }: Case, person?: Person) {
  const template = { Parameters: declared, Resources: {} } as unknown as JsonMap;
  return parametersFor(template, { pairs, file, environment }, previous, person);
}

/** `Size=5 (previous)`, with secrets as they would be sent. */
function lines(values: readonly ParameterValue[]): readonly string[] {
  const sent = new Map(requested(values).map((one) => [one.ParameterKey, one]));
  return values.map(({ name, source, value }) => {
    const { ParameterValue, UsePreviousValue } = sent.get(name) ?? {};
    return `${name}=${ParameterValue ?? (UsePreviousValue ? `kept ${value ?? 'secret'}` : `not sent, ${value}`)} (${source})`;
  });
}

const NEW = ['-P Stage=test', '-P Password=longenough'].map((pair) => pair.slice(3));
const GIVE =
  'Give values with -P Stage=VALUE, -P Password=@FILE, -P Password=- (standard input), JIML_PARAM_Password in the environment, or all of them with --params FILE.';
const one = (attributes: object) => ({ declared: { P: { Type: 'String', ...attributes } } });
const GIVEN = ['Password=longenough (given)', 'Size=not sent, 3 (default)', 'Stage=test (given)'];

const cases: Readonly<Record<string, Case>> = {
  'given on the command line': { pairs: NEW, gives: GIVEN },
  'the last of several counts': { pairs: ['Stage=production', ...NEW], gives: GIVEN },
  'a value with an equals sign': { ...one({}), pairs: ['P=a=b=c'], gives: ['P=a=b=c (given)'] },
  'an empty value': { ...one({}), pairs: ['P='], gives: ['P= (given)'] },
  'from the environment': {
    environment: { JIML_PARAM_Stage: 'test', JIML_PARAM_Password: 'longenough', JIML_PARAM_Other: 'x' },
    gives: GIVEN,
  },
  'the command line before the environment': {
    pairs: NEW,
    environment: { JIML_PARAM_Stage: 'production' },
    gives: GIVEN,
  },
  'the command line before the file': {
    pairs: NEW,
    files: { p: 'Stage: production\nSize: 4' },
    file: 'p',
    gives: ['Password=longenough (given)', 'Size=4 (given)', 'Stage=test (given)'],
  },
  'a map in YAML': {
    files: { p: 'Stage: test\nPassword: 0123456789' },
    file: 'p',
    gives: ['Password=0123456789 (given)', ...GIVEN.slice(1)],
  },
  "the AWS CLI's list": {
    files: {
      p: JSON.stringify([
        { ParameterKey: 'Stage', ParameterValue: 'test' },
        { ParameterKey: 'Password', ParameterValue: 'longenough' },
      ]),
    },
    file: 'p',
    gives: GIVEN,
  },
  "the AWS CLI's pairs": { files: { p: '["Stage=test", "Password=longenough"]' }, file: 'p', gives: GIVEN },
  "CodePipeline's form": {
    files: { p: '{"Parameters": {"Stage": "test", "Password": "longenough"}, "Tags": {"a": "b"}}' },
    file: 'p',
    gives: GIVEN,
  },
  'a list in a file': {
    declared: { P: { Type: 'CommaDelimitedList' } },
    files: { p: 'P: [a, b]' },
    file: 'p',
    gives: ['P=a,b (given)'],
  },
  'from a file of its own': { files: { pw: 'longenough\n' }, pairs: ['Stage=test', 'Password=@pw'], gives: GIVEN },
  'a value that begins with @': { ...one({}), pairs: ['P=@@me'], gives: ['P=@me (given)'] },
  'kept from the stack': {
    previous: PREVIOUS,
    gives: ['Password=kept secret (previous)', 'Size=kept 5 (previous)', 'Stage=kept test (previous)'],
  },
  'given although the stack has one': {
    previous: PREVIOUS,
    pairs: NEW,
    gives: ['Password=longenough (given)', 'Size=kept 5 (previous)', 'Stage=test (given)'],
  },
  'kept because the file says so': {
    previous: PREVIOUS,
    files: { p: JSON.stringify([{ ParameterKey: 'Stage', UsePreviousValue: true }]) },
    file: 'p',
    environment: { JIML_PARAM_Stage: 'production' },
    gives: ['Password=kept secret (previous)', 'Size=kept 5 (previous)', 'Stage=kept test (previous)'],
  },
  'what the stack has and the template does not': {
    ...one({}),
    previous: [...PREVIOUS, { ParameterKey: 'P', ParameterValue: 'x' }],
    gives: ['P=kept x (previous)'],
  },
  'all missing ones': {
    gives: `2 parameters need a value.\n"Password" needs a value: Of the database.\n"Stage" needs a value: Where it is.\n${GIVE}`,
  },
  'one missing': {
    ...one({}),
    gives:
      '"P" needs a value.\nGive values with -P P=VALUE, JIML_PARAM_P in the environment, or all of them with --params FILE.',
  },
  'an unknown name': {
    pairs: [...NEW, 'Stagee=x'],
    gives: 'The template has no parameter "Stagee". Did you mean "Stage"?',
  },
  'an unknown name where there are none': {
    declared: {},
    pairs: ['A=x'],
    gives: 'The template has no parameter "A". It has none.',
  },
  'a name that is special elsewhere': {
    pairs: [...NEW, '__proto__=x'],
    gives: 'The template has no parameter "__proto__". It has Password, Size, Stage.',
  },
  'another name that is special elsewhere': {
    declared: { constructor: { Type: 'String' } },
    gives:
      '"constructor" needs a value.\nGive values with -P constructor=VALUE, JIML_PARAM_constructor in the environment, or all of them with --params FILE.',
  },
  'more unknown names than anybody reads': {
    ...one({ Default: 'x' }),
    files: { p: JSON.stringify(Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`K${at}`, 'v']))) },
    file: 'p',
    gives: [
      '21 things are wrong with the parameters.',
      ...Array.from({ length: 20 }, (_, at) => `The template has no parameter "K${at}". It has P.`),
      'Neither has it 480 more that are given.',
    ].join('\n'),
  },
  'all that is wrong': {
    pairs: ['Stage=prod', 'Size=40', 'Password=hunter2', 'X=1'],
    gives:
      '4 things are wrong with the parameters.\nThe template has no parameter "X". It has Password, Size, Stage.\nThe value of "Password" has 7 characters, less than 8.\n"Size" cannot be "40", which is more than 10.\n"Stage" cannot be "prod", which is not one of test, production.',
  },
  'a kept value that may no longer be': {
    previous: [{ ParameterKey: 'Stage', ParameterValue: 'beta' }],
    pairs: ['Password=longenough'],
    gives: '"Stage" cannot stay "beta", which is not one of test, production: give it another value.',
  },
  'a pattern holds for the whole': {
    ...one({ AllowedPattern: '[a-z]+' }),
    pairs: ['P=ab1'],
    gives: '"P" cannot be "ab1", which does not match "[a-z]+".',
  },
  'a pattern that matches': { ...one({ AllowedPattern: '[a-z]+' }), pairs: ['P=ab'], gives: ['P=ab (given)'] },
  'a constraint that is explained': {
    ...one({ AllowedPattern: '[a-z]+', ConstraintDescription: 'only small letters.' }),
    pairs: ['P=AB'],
    gives: '"P" cannot be "AB", which does not match "[a-z]+" (only small letters).',
  },
  'a number that is none': {
    declared: { P: { Type: 'Number' } },
    pairs: ['P=many'],
    gives: '"P" cannot be "many", which is not a number.',
  },
  'a list of numbers': {
    declared: { P: { Type: 'List<Number>', MaxValue: 9 } },
    pairs: ['P=1, 12'],
    gives: '"P" cannot be "1, 12", which is more than 9.',
  },
  'a value that is too long': {
    ...one({}),
    pairs: [`P=${'ü'.repeat(2049)}`],
    gives: `"P" cannot be "${'ü'.repeat(2049)}", which has 4098 bytes, and CloudFormation takes 4096.`,
  },
  'a file that is much too long': {
    ...one({}),
    files: { big: 'x'.repeat(70_000) },
    pairs: ['P=@big'],
    gives: 'The value of "P" in "big" is longer than 4096 bytes.',
  },
  'a file that is not there': {
    ...one({}),
    pairs: ['P=@nope'],
    gives: 'There is no file "nope" with the value of "P"; a value that begins with @ is written @@.',
  },
  'a folder': {
    ...one({}),
    files: { 'f/x': '' },
    pairs: ['P=@f'],
    gives: 'There is no file "f" with the value of "P"; a value that begins with @ is written @@.',
  },
  'standard input twice': {
    pairs: ['Stage=-', 'Password=-'],
    gives: 'Standard input can be the value of one parameter only.',
  },
  'no pair': { pairs: ['Stage'], gives: '"Stage" is no value of a parameter: write it as Key=Value.' },
  'a file of something else': {
    files: { p: 'just text' },
    file: 'p',
    gives: '"p" holds no values of parameters: it must be a map of names and values, or a list as the AWS CLI has it.',
  },
};

describe('parameters of a deployment', () => {
  for (const [name, tested] of Object.entries(cases))
    it(name, async () => {
      const found = await inFolder(tested.files ?? {}, () => attempt(async () => lines(await asked(tested))));
      expect(found).to.deep.equal(tested.gives);
    });

  it('are asked for where somebody can be asked, until they can be', async () => {
    const answers = ['', 'prod', 'test', 'short', 'longenough'];
    const questions: (readonly [string, boolean])[] = [];
    const person: Person = {
      confirm: async () => false,
      ask: async (question, secret) => {
        questions.push([question, secret]);
        return answers[questions.length - 1] ?? '';
      },
    };
    const declared = { Stage: DECLARED.Stage, Zassword: DECLARED.Password };
    expect(lines(await asked({ declared, gives: '' }, person))).to.deep.equal([
      'Stage=test (given)',
      'Zassword=longenough (given)',
    ]);
    expect(questions).to.deep.equal([
      ['Value of "Stage" (Where it is)', false],
      ['That is not one of test, production. Value of "Stage" (Where it is)', false],
      ['"prod" is not one of test, production. Value of "Stage" (Where it is)', false],
      ['Value of "Zassword" (Of the database)', true],
      ['That has 5 characters, less than 8. Value of "Zassword" (Of the database)', true],
    ]);
  });

  it('come from standard input', () => {
    const program = `
      const { parametersFor, requested } = await import(process.argv[1]);
      const template = { Parameters: { P: { Type: 'String', NoEcho: true } } };
      const found = await parametersFor(template, { pairs: ['P=-'], environment: {} }, undefined, undefined);
      console.log(JSON.stringify(requested(found)));`;
    const module = new URL('../../../deploy/inputs/parameters.js', import.meta.url).href;
    const options = { input: 'first\nsecond\n', encoding: 'utf8' } as const;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program, module], options);
    expect(stderr).to.equal('');
    expect(JSON.parse(stdout)).to.deep.equal([{ ParameterKey: 'P', ParameterValue: 'first\nsecond' }]);
  });

  it('are not asked for without end', async () => {
    const person: Person = { confirm: async () => false, ask: async () => '' };
    expect(await attempt(() => asked({ ...one({}), gives: '' }, person))).to.equal(
      '"P" has no value: none of the answers could be one.',
    );
  });

  it('are not asked for while something else is wrong', async () => {
    const person: Person = { confirm: async () => false, ask: () => Promise.reject(new Error('asked')) };
    expect(await attempt(() => asked({ pairs: ['Size=99'], gives: '' }, person))).to.match(/^"Size" cannot be/);
  });

  it('do not show secrets', async () => {
    const values = await asked({ pairs: NEW, gives: '' });
    const shown = [JSON.stringify(values), inspect(values), String(values[0]?.value), `${values[0]?.value}`];
    expect(shown.join()).not.to.include('longenough');
    expect([...known(values)]).to.deep.equal([
      ['Size', '3'],
      ['Stage', 'test'],
    ]);
  });

  it('that are looked up are known by what was found', async () => {
    const declared = { Image: { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>' } };
    const previous = [{ ParameterKey: 'Image', ParameterValue: '/ami', ResolvedValue: 'ami-1' }];
    expect([...known(await asked({ declared, previous, gives: '' }))]).to.deep.equal([['Image', 'ami-1']]);
    expect([...known(await asked({ declared, pairs: ['Image=/ami'], gives: '' }))]).to.deep.equal([]);
  });
});
