import type { ResourceStatus, StackStatus } from '../../../deploy/api/cloudformation.js';
import type { DeployEvent, Result, Watched } from '../../../deploy/api/report.js';
import type { Clock } from '../../../deploy/api/session.js';

/** When everything begins in these tests: 2026-11-21T12:03:00Z. */
export const BEGINNING = Date.UTC(2026, 10, 21, 12, 3);

/** A clock that stands still until it is moved. */
export class StillClock implements Clock {
  static readonly beginning = BEGINNING;
  private time = BEGINNING;

  now(): number {
    return this.time;
  }

  /** Moves to so many milliseconds after the beginning. */
  at(milliseconds: number): void {
    this.time = BEGINNING + milliseconds;
  }

  async sleep(milliseconds: number): Promise<void> {
    this.time += milliseconds;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  Network: 'AWS::EC2::VPC',
  DB: 'AWS::RDS::DBInstance',
  Queue: 'AWS::SQS::Queue',
  Server: 'AWS::EC2::Instance',
  Data: 'AWS::CloudFormation::Stack',
  More: 'AWS::CloudFormation::Stack',
};

export function typeOf(id: string): string {
  return TYPES[id] ?? 'AWS::SNS::Topic';
}

/** A resource that is watched; `Server<DB,Queue` waits for two others. */
export function watched(text: string, action: Watched['action'] = 'add'): Watched {
  const [id = '', needs = ''] = text.split('<');
  const known = Object.keys(TYPES).indexOf(id);
  return {
    id,
    type: typeOf(id),
    needs: needs === '' ? [] : needs.split(','),
    action,
    ...(known < 0 ? {} : { where: `shop.yaml:${3 * known + 2}` }),
  };
}

/**
 * Events from lines such as `41 DB CREATE_FAILED reason`: the seconds, the id (the stack's own name for the stack,
 * `shop/Data` for a nested one, `Data/Table` for a resource in it), the state and the reason.
 */
export function events(...lines: readonly string[]): readonly DeployEvent[] {
  return lines.map((line) => {
    const [seconds = '', name = '', status = '', ...words] = line.trim().split(/\s+/);
    const at = BEGINNING + Number(seconds) * 1000;
    const reason = words.length === 0 ? {} : { reason: words.join(' ') };
    if (name === 'shop' || name.startsWith('shop/')) {
      return { kind: 'stack', at, stack: name, status: status as StackStatus, ...reason };
    }
    const [id = '', ...path] = name.split('/').reverse();
    const stack = ['shop', ...path.reverse()].join('/');
    const { where } = watched(id);
    const place = where === undefined ? {} : { where };
    return { kind: 'resource', at, stack, id, type: typeOf(id), status: status as ResourceStatus, ...place, ...reason };
  });
}

export function result(said: Partial<Result>): Result {
  return { stack: 'shop', verdict: 'done', text: 'The stack "shop" was created.', next: [], outputs: {}, ...said };
}
