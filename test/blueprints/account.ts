import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '../../compiler/commands/outcome.js';
import type { ResourceChange } from '../../compiler/diff/model.js';
import type { DeployEvent } from '../../deploy/api/report.js';
import type { Session } from '../../deploy/api/session.js';
import { deploy } from '../../deploy/commands/deploy.js';
import { destroy } from '../../deploy/commands/destroy.js';
import { openLocal } from '../../deploy/local/open.js';
import { FakeClock } from '../deploy/flow/clock.js';
import { BLUEPRINTS, type Change, type Row, temporary, textOf } from './rows.js';

/** Where a row is deployed: CloudFormation and the buckets beside it. */
export type Place = Pick<Session, 'cloud' | 'storage' | 'local'>;

/** An account with the blueprints in a folder of their own, so that they can be edited. */
export class Account {
  readonly folder = temporary();
  private readonly session: Session;
  private readonly events: DeployEvent[] = [];

  /** @param place The local CloudFormation where none is given. */
  constructor(
    private readonly row: Row,
    place?: Place,
  ) {
    cpSync(BLUEPRINTS, join(this.folder, 'blueprints'), { recursive: true });
    const region = regionOf(row);
    const clock = new FakeClock();
    const local = () => openLocal({ folder: join(this.folder, 'local'), region, fast: true, fail: [], clock });
    this.session = {
      ...(place ?? { ...local(), local: true }),
      region,
      clock,
      person: undefined,
      report: (event) => this.events.push(event),
      onInterrupt: () => () => {},
      flags: [],
    };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  /** Replaces texts of a blueprint. @throws where one is not there exactly once */
  edit(file: string, texts: Readonly<Record<string, string>>): void {
    const path = this.path(file);
    let text = readFileSync(path, 'utf8');
    for (const [before, after] of Object.entries(texts)) {
      const parts = text.split(before);
      if (parts.length !== 2) throw new Error(`"${before}" is ${parts.length - 1} times in ${file}.`);
      text = parts.join(after);
    }
    writeFileSync(path, text);
  }

  /** Deploys a blueprint; gives the changes by logical id. @throws where that does not succeed */
  async deploy(file: string, parameters: Row['parameters'] = {}): Promise<Readonly<Record<string, Change>>> {
    this.events.length = 0;
    const pairs = Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
    const outcome = await deploy(
      {
        blueprint: this.path(file),
        stack: this.stack,
        components: [],
        strict: this.row.warnings === undefined,
        parameters: { pairs, environment: {} },
        tags: [],
        allow: ['*'],
        notify: [],
        rollbackAlarms: [],
        importExisting: false,
        revertDrift: false,
        express: false,
        yes: true,
        wait: true,
      },
      this.session,
    );
    this.succeeded(outcome);
    return this.changes;
  }

  /** Deletes the stack. @throws where that does not succeed */
  async destroy(): Promise<void> {
    this.events.length = 0;
    const options = { retain: [], emptyBuckets: true, allow: ['*'], yes: true, wait: true, components: [] };
    this.succeeded(await destroy({ ...options, words: [], stack: this.stack }, this.session));
  }

  private get stack(): string {
    return `row-${this.row.id.toLowerCase()}`;
  }

  private path(file: string): string {
    return join(this.folder, 'blueprints', file);
  }

  private get changes(): Readonly<Record<string, Change>> {
    const reviews = this.events.flatMap((event) => (event.kind === 'review' ? [event.review] : []));
    const resources = reviews.at(-1)?.comparison.diff.resources ?? [];
    return Object.fromEntries(resources.map((change) => [change.id, changeOf(change)]));
  }

  private succeeded({ verdict, diagnostics }: Outcome): void {
    if (verdict === 'done') return;
    const result = this.events.flatMap((event) => (event.kind === 'end' ? [event.result] : [])).at(-1);
    const said = [...diagnostics.map(({ message }) => message), JSON.stringify(result, null, 1)];
    throw new Error(`${verdict}: ${said.join('\n')}`);
  }
}

/** The region that a row is deployed to: its blueprint's, where that says one. */
export function regionOf(row: Row): string {
  return row.region ?? /^region: (\S+)/m.exec(textOf(row.file))?.[1] ?? 'us-east-1';
}

function changeOf({ action, replacement, metadataOnly }: ResourceChange): Change {
  if (action === 'add' || action === 'remove') return action;
  if (metadataOnly) return 'metadata';
  if (replacement === 'false') return 'modify';
  return replacement === 'true' ? 'replace' : 'may replace';
}
