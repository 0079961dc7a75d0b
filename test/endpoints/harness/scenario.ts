import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { blind, type Known, known } from '../scenarios/known.js';
import { type Endpoint, endpoint } from './endpoint.js';
import { jiml, type Ran } from './jiml.js';
import { changesOf, type Found, foundOf } from './stack.js';

/** How a command must end, and what it must leave. What is not given is not looked at. */
export interface Expected {
  readonly code: number;
  /** The stack that it is about, where it is not the one that the scenario is called after. */
  readonly stack?: string;
  /** `add Queue`, `modify Topic`, `replace Topic`, `remove Queue`, as the review shows them, by id. */
  readonly changes?: readonly string[];
  /** What CloudFormation itself says of the stack afterwards; `none` where there is none. */
  readonly status?: string;
  /** Outputs by their names, as they match. */
  readonly outputs?: Readonly<Record<string, RegExp>>;
  /** What stands in the output. */
  readonly says?: RegExp;
  /** What must not stand in it. */
  readonly hides?: readonly string[];
  /** How many change sets are left that were not executed. */
  readonly left?: number;
}

/** A story of commands, each on what the ones before it have left. */
export interface Scenario {
  readonly endpoint: Endpoint;
  /** The folder that commands run in. */
  readonly folder: string;
  /** A command. `args` may ask for what is known only when it runs. */
  step(name: string, args: Args, expected: Expected): void;
  /** Something to look at in between. */
  check(name: string, look: () => Promise<void>): void;
}

type Args = readonly string[] | (() => Promise<readonly string[]>);

/** Tells a story about the stack that it is called after. What the simulator is known to do otherwise stands in scenarios/known.ts. */
export function scenario(title: string, tell: (scenario: Scenario) => void): void {
  const on = endpoint();
  const entries = new Map(known[on.name].filter(({ at }) => at.startsWith(`${title}: `)).map((one) => [one.at, one]));
  const used = new Set<string>();
  let over: string | undefined;
  const test = (name: string, run: (entry: Known | undefined) => Promise<void>) =>
    it(name, async function () {
      if (over !== undefined) this.skip();
      const entry = entries.get(`${title}: ${name}`);
      used.add(entry?.at ?? '');
      await run(entry);
      if (entry?.ends) over = entry.because;
    });

  describe(`${title} on ${on.title}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'jiml-scenario-'));
    after(() => rmSync(folder, { recursive: true, force: true }));
    tell({
      endpoint: on,
      folder,
      step: (name, args, expected) =>
        test(name, async (entry) => {
          const ran = await jiml(on, folder, typeof args === 'function' ? await args() : args);
          compare(seen(on, { ...expected, ...entry?.does }), ran, await foundOf(on, expected.stack ?? title));
        }),
      check: (name, look) => test(name, (entry) => (entry === undefined ? look() : mustFail(look, entry))),
    });
    it('is wrong where it is known to be, and nowhere else', () => {
      if (over === undefined) expect([...used].filter(Boolean).sort()).to.deep.equal([...entries.keys()].sort());
    });
  });
}

/** Without what the simulator cannot tell. */
function seen({ name }: Endpoint, expected: Expected): Expected {
  const told = Object.entries(expected).filter(([key]) => !(key in blind[name]));
  return { code: expected.code, ...Object.fromEntries(told) };
}

function compare(expected: Expected, ran: Ran, found: Found): void {
  const { says, hides = [], outputs = {}, stack: _, ...rest } = expected;
  const actual = { code: ran.code, changes: changesOf(ran.review?.diff), status: found.status, left: found.left };
  const looked = Object.fromEntries(Object.entries(actual).filter(([key]) => key in rest));
  expect(looked, endOf(ran)).to.deep.equal(rest);
  if (says !== undefined) expect(ran.text).to.match(says);
  for (const secret of hides)
    expect(ran.text).to.not.contain(secret).and.not.contain(JSON.stringify(secret).slice(1, -1));
  for (const [name, value] of Object.entries(outputs)) expect(ran.result?.outputs[name]?.value, name).to.match(value);
}

/** Enough of what was printed to see what went wrong. */
function endOf({ text }: Ran): string {
  return text
    .split('\n')
    .slice(-12)
    .map((line) => line.slice(0, 800))
    .join('\n');
}

/** So that the table does not go on saying what has been mended. */
async function mustFail(look: () => Promise<void>, { because }: Known): Promise<void> {
  const failure = await look().then(
    () => undefined,
    (error: Error) => error,
  );
  expect(failure, `It does what it is known not to do any more: ${because}`).to.be.instanceOf(Error);
}
