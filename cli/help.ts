/** Commands worth trying, and what each does, by the name of the command that their help stands under. */
const EXAMPLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  jiml: {
    'jiml init': 'begin with a blueprint that compiles',
    'jiml check shop.yaml': 'find every mistake in it',
    'jiml compile shop.yaml -o shop.json': 'write the CloudFormation template',
    'jiml graph shop.yaml --open': 'look at what needs what',
    'jiml explain unknown-property': 'read what a code means',
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
    'jiml schema -o .jiml.schema.json': 'for the first line of a blueprint:',
    '# yaml-language-server: $schema=.jiml.schema.json': '',
  },
  init: {
    'jiml init': 'asks in a terminal',
    'jiml init shop.yaml --name shop --type bucket': 'asks nothing that is said',
  },
};

/** What the help of a command ends with. */
export function examplesOf(command: string): string {
  const lines = Object.entries(EXAMPLES[command] ?? {}).map(([line, what]) =>
    `  ${line.padEnd(40)}  ${what}`.trimEnd(),
  );
  return `\nExamples:\n${lines.join('\n')}`;
}
