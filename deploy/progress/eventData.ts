import type { DeployEvent, Failed, ResourceEvent, Result, Review, StackStateEvent, Watched } from '../api/report.js';
import { instant } from './time.js';

/**
 * An event as `--format json` prints it (schemas/output/event.schema.json): field by field, so that nothing that an
 * event happens to carry beside them, such as the properties of a resource, gets out.
 *
 * @param now The time of an event that has none of its own, in milliseconds since 1970.
 */
export function eventData(event: DeployEvent, now: number): object {
  const { kind } = event;
  switch (event.kind) {
    case 'step':
    case 'note':
    case 'warning':
      return { kind, at: instant(now), text: event.text };
    case 'review':
      return { kind, at: instant(now), review: reviewData(event.review) };
    case 'diagnostic':
      return { kind, at: instant(now), diagnostic: event.diagnostic };
    case 'watch':
      return { kind, at: instant(now), stack: event.stack, resources: event.resources.map(watchedData) };
    case 'resource':
      return { kind, ...resourceData(event) };
    case 'stack':
      return { kind, ...stackData(event) };
    case 'end':
      return { kind, at: instant(now), result: resultData(event.result) };
  }
}

function reviewData({ comparison, ...review }: Review): object {
  const { stack, region, account, action, changeSet, parameters, tags, capabilities } = review;
  return {
    stack,
    region,
    account,
    action,
    changeSet,
    diff: comparison.diff,
    parameters: parameters.map(({ name, value, previous }) => ({ name, value, previous })),
    tags,
    capabilities: capabilities.map(({ name, ids }) => ({ name, ids })),
  };
}

function watchedData({ id, type, needs, where, action }: Watched): object {
  return { id, type, needs, where, action };
}

function resourceData({ at, stack, id, type, status, physicalId, reason, where }: ResourceEvent): object {
  return { at: instant(at), stack, id, type, status, physicalId, reason, where };
}

function stackData({ at, stack, status, reason }: StackStateEvent): object {
  return { at: instant(at), stack, status, reason };
}

function failedData(event: Failed): object {
  return { ...resourceData(event), hint: event.hint };
}

function resultData({ stack, stackId, status, verdict, text, next, failure, outputs }: Result): object {
  const { first = [], cascade, then } = failure ?? {};
  return {
    stack,
    stackId,
    status,
    verdict,
    text,
    next,
    failure: failure && { first: first.map(failedData), cascade, then },
    outputs: Object.fromEntries(
      Object.entries(outputs).map(([name, { value, description }]) => [name, { value, description }]),
    ),
  };
}
