/** Commands worth trying, and what each does, by the name of the command that their help stands under. */
const EXAMPLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  jiml: {
    'jiml init': 'begin with a blueprint that compiles',
    'jiml check shop.yaml': 'find every mistake in it',
    'jiml compile shop.yaml -o shop.json': 'write the CloudFormation template',
    'jiml graph shop.yaml --open': 'look at what needs what',
    'jiml explain unknown-property': 'read what a code means',
    'jiml deploy shop.yaml --local --yes': 'try it without an account',
    'jiml deploy shop.yaml': 'create or update its stack',
  },
  check: {
    'jiml check shop.yaml': 'one file',
    'jiml check --strict shop.yaml network/': 'a file, and a folder',
    'jiml check --format sarif shop.yaml > shop.sarif': 'for code scanning',
    'generate | jiml check -': 'standard input',
  },
  compile: {
    'jiml compile shop.yaml': 'print the template',
    'jiml compile shop.yaml -o shop.json': 'write it to a file',
    'jiml compile *.yaml -o templates': 'one template for each blueprint',
    'jiml compile --show graph shop.yaml': 'what depends on what in the template',
  },
  diff: {
    'jiml diff shop.yaml': 'with the last commit',
    'jiml diff old.json shop.yaml': 'two sides, the older first',
    'jiml diff --against git:main *.yaml': 'each with its older self',
    'jiml diff --exit-code shop.yaml': 'for a pipeline',
  },
  flow: { 'jiml flow shop.yaml': 'create and await, a step a line' },
  graph: {
    'jiml graph shop.yaml -o shop.svg': 'a picture',
    'jiml graph shop.yaml --open': 'look at it now',
    'jiml graph --format mermaid shop.yaml': 'for a README',
  },
  fmt: {
    'jiml fmt shop.yaml': 'format a file',
    'jiml fmt --check blueprints/': 'for a pipeline',
    'jiml fmt - < shop.yaml': 'for an editor',
  },
  adopt: {
    'jiml adopt stack.json -o stack.yaml': 'one template',
    'jiml adopt templates/ -o blueprints': 'each of a folder',
  },
  explain: {
    'jiml explain unknown-property': 'what a code means',
    'jiml explain bucket': 'what a type takes and offers',
  },
  types: { 'jiml types': 'built-in ones, and components' },
  schema: {
    'jiml schema -o .jiml.schema.json': 'for a first line like this:',
    '# yaml-language-server: $schema=.jiml.schema.json': '',
  },
  init: {
    'jiml init': 'asks in a terminal',
    'jiml init shop.yaml --name shop --type bucket': 'asks nothing that is said',
  },
  deploy: {
    'jiml deploy shop.yaml': 'review, confirm, execute',
    'jiml deploy shop.yaml --local --yes': 'without an account',
    'jiml deploy shop.yaml -P Env=prod --tag team=web': 'with a parameter and a tag',
    'jiml deploy --plan plan.json': 'only what was reviewed',
    'jiml deploy shop.yaml --local --fail DB': 'rehearse what a failure does',
  },
  plan: {
    'jiml plan shop.yaml': 'look at what would change',
    'jiml plan shop.yaml --out plan.json': 'keep it for jiml deploy --plan',
    'jiml plan shop.yaml --exit-code': 'for a pipeline',
  },
  destroy: {
    'jiml destroy shop.yaml': 'show what goes and stays, then ask',
    'jiml destroy shop.yaml --empty-buckets': 'the objects in its buckets, too',
    'jiml destroy shop.yaml --retain DB': 'keep what will not be deleted',
  },
  rollback: { 'jiml rollback shop.yaml': 'back to what was there before a failure' },
  continue: {
    'jiml continue shop.yaml': 'go on with a rollback that failed',
    'jiml continue shop.yaml --skip DB': 'without a resource that cannot go back',
  },
  cancel: { 'jiml cancel shop.yaml': 'stop an update, and roll it back' },
  import: {
    'jiml import shop.yaml': 'what "import" in the blueprint names',
    'jiml import shop.yaml BUCKET=photos-2026': 'by its identifier',
  },
  protect: {
    'jiml protect shop.yaml': 'refuse to delete the stack',
    'jiml protect shop.yaml --off': 'let it be deleted again',
  },
  rehearse: {
    'jiml rehearse shop.yaml': 'let each resource fail once',
    'jiml rehearse shop.yaml --deep': 'and each again while rolling back',
  },
  status: { 'jiml status shop.yaml': 'how it is', 'jiml status --stack shop': 'without its blueprint' },
  outputs: {
    'jiml outputs shop.yaml': 'all of them',
    'jiml outputs shop.yaml Url': 'the value alone, for a script',
    'jiml outputs shop.yaml --format dotenv > .env': 'for a program',
  },
  resources: {
    'jiml resources shop.yaml': 'all of them',
    'jiml resources shop.yaml DB': 'what is known of one',
    'jiml resources shop.yaml Web --user-data --local': 'the script that it runs',
  },
  events: {
    'jiml events shop.yaml --follow': 'what is running, until it ends',
    'jiml events shop.yaml --failed': 'what went wrong',
  },
  drift: { 'jiml drift shop.yaml': 'what was changed outside' },
  list: { 'jiml list': 'the stacks of the region' },
  local: {
    'jiml local serve': 'for the AWS CLI or an SDK',
    'jiml local alter shop.yaml DB MultiAZ=true': 'drift, for practice',
    'jiml local put photos-2026 a.txt': 'so that a bucket is not empty',
    'jiml local reset': 'begin anew',
  },
};

/** What the help of a command ends with. */
export function examplesOf(command: string): string {
  const examples = Object.entries(EXAMPLES[command] ?? {});
  const width = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, what]) => `  ${line.padEnd(width)}  ${what}`.trimEnd());
  return `\nExamples:\n${lines.join('\n')}`;
}
