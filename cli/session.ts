import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as timeout } from 'node:timers/promises';
import { Misuse } from '../compiler/commands/outcome.js';
import type { Clock, Session } from '../deploy/api/session.js';
import type { FailurePoint } from '../deploy/local/open.js';
import type { View } from '../deploy/progress/view.js';
import { coloured, type Flags, LOCAL_FOLDER } from './kit.js';
import { personAt } from './person.js';

/** The region of the local CloudFormation where nothing says one: the one that AWS's examples are written for. */
export const LOCAL_REGION = 'us-east-1';

/** The clock of the machine. */
export const clock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    timeout(milliseconds, undefined, signal === undefined ? {} : { signal }).catch((error: Error) => {
      if (error.name !== 'AbortError') throw error;
    }),
};

/** Does something with the account and region that the flags say. What is shown is closed whatever happens. */
export async function withSession<T>(
  flags: Flags,
  region: string | undefined,
  use: (session: Session) => Promise<T>,
): Promise<T> {
  const view = await viewOf(flags);
  try {
    const { cloud, storage, ...rest } = await accountOf(flags, regionOf(flags, region));
    const person = flags.format === 'json' ? undefined : personAt(view);
    const { report } = view;
    const local = flags.local === true;
    const failing = failurePoints(flags.fail).map(({ id }) => id);
    const place = { region: rest.region, local, flags: placeOf(flags), failing };
    return await use({ cloud, storage, ...place, clock, person, report, onInterrupt });
  } finally {
    view.close();
  }
}

/** The flags that say where CloudFormation is asked, as a command repeats them. */
function placeOf({ local, region, profile, endpointUrl }: Flags): readonly string[] {
  return [
    ...(local === true ? ['--local'] : []),
    ...(region === undefined ? [] : ['--region', region]),
    ...(profile === undefined ? [] : ['--profile', profile]),
    ...(endpointUrl === undefined ? [] : ['--endpoint-url', endpointUrl]),
  ];
}

/** The region of a blueprint is where it is deployed; saying another one is a mistake, and not a way round. */
function regionOf({ region: said }: Flags, region: string | undefined): string | undefined {
  if (said !== undefined && region !== undefined && said !== region)
    throw new Misuse(`The blueprint is for the region "${region}", and --region says "${said}".`);
  return region ?? said;
}

async function accountOf(flags: Flags, region: string | undefined) {
  if (flags.local !== true) {
    if (flags.fail !== undefined || flags.fast === true)
      throw new Misuse('--fail and --fast are for the local CloudFormation: add --local.');
    const { connect } = await import('../deploy/aws/connect.js');
    const { profile, endpointUrl } = flags;
    if (endpointUrl !== undefined && !/^https?:\/\/[^/]/i.test(endpointUrl))
      throw new Misuse(
        `--endpoint-url says "${endpointUrl}", which is no address: write http:// or https:// and a host.`,
      );
    return connect({ clock, environment: process.env, ...defined({ region, profile, endpointUrl }) });
  }
  const { openLocal } = await import('../deploy/local/open.js');
  const where = region ?? process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? LOCAL_REGION;
  const fail = failurePoints(flags.fail);
  const opened = openLocal({ folder: LOCAL_FOLDER, region: where, fast: flags.fast === true, fail, clock });
  return { ...opened, region: where };
}

const ACTIONS = ['create', 'update', 'delete', 'rollback'] as const;

/** What `--fail` says. @throws Misuse for what names no failure */
export function failurePoints(texts: readonly string[] = []): readonly FailurePoint[] {
  return texts.map(failurePoint);
}

/** `DB`, or `DB:update`. */
function failurePoint(text: string): FailurePoint {
  const [id = '', action, ...more] = text.split(':');
  if (action === undefined && id !== '') return { id };
  const known = ACTIONS.find((one) => one === action);
  if (known === undefined || id === '' || more.length > 0)
    throw new Misuse(`"${text}" does not say what fails: write ID, or ID:${ACTIONS.join(', ID:')}.`);
  return { id, action: known };
}

async function viewOf(flags: Flags): Promise<View> {
  if (flags.aside === true) {
    const { lines } = await import('../deploy/progress/lines.js');
    const write = (text: string) => void process.stderr.write(text);
    return lines({ write, clock, colour: coloured(flags, process.stderr), source });
  }
  const write = (text: string) => void process.stdout.write(text);
  if (flags.format === 'json') return (await import('../deploy/progress/json.js')).json({ write, clock });
  const colour = coloured(flags, process.stdout);
  if (process.stdout.isTTY !== true || process.env.TERM === 'dumb')
    return (await import('../deploy/progress/lines.js')).lines({ write, clock, colour, source });
  const [{ table }, { showsUnicode }] = await Promise.all([
    import('../deploy/progress/table.js'),
    import('../deploy/progress/symbols.js'),
  ]);
  return table({ stream: process.stdout, clock, colour, unicode: showsUnicode(process.env), source });
}

/** The text of a blueprint's file, to show a line of it; a file that is gone meanwhile shows none. */
function source(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function onInterrupt(handler: () => void): () => void {
  process.on('SIGINT', handler);
  process.on('SIGTERM', handler);
  return () => {
    process.off('SIGINT', handler);
    process.off('SIGTERM', handler);
  };
}

/** Without what is undefined. */
function defined<T extends object>(values: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
