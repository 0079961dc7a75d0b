import type { Command } from 'commander';
import { account } from './account.js';
import { collect, components, type Flags, type Kit } from './kit.js';

/** The flags of what a blueprint is deployed with. */
export function inputs(command: Command): Command {
  return components(command)
    .option('--strict', 'make warnings errors')
    .option('-P, --param <key=value>', 'the value of a parameter; key=@file, key=-; can be repeated', collect)
    .option('--params <file>', 'values of parameters, as a map or as the AWS CLI has them')
    .option('--tag <key=value>', 'a tag of the stack and its resources; can be repeated', collect);
}

/** The flags of what a change set is made with. */
export function changeSet(kit: Kit, command: Command): Command {
  return command
    .addOption(kit.option('--on-failure <what>', 'what a failure does', ['rollback', 'keep', 'delete']))
    .option('--import-existing', 'take resources over that exist by the names that they are given')
    .option('--revert-drift', 'undo what was changed outside')
    .option('--express', 'count resources as done before they are stable: faster, and failures are found later')
    .option('--role-arn <arn>', 'the role that CloudFormation works with')
    .option('--notify <arn>', 'a topic that is told of every event; can be repeated', collect)
    .option('--rollback-alarm <arn>', 'an alarm that rolls back when it goes off; can be repeated', collect)
    .option('--template-bucket <name>', 'the bucket for a template that is too large for a request');
}

/** The flags of every command that changes a stack, and may have to wait for it. */
export function changing(kit: Kit, command: Command): Command {
  return simulated(account(kit, command))
    .option('--yes', 'confirm; what guards refuse still needs --allow')
    .option('--no-wait', 'do not wait until it has ended')
    .option('--timeout <duration>', 'stop waiting after 30s, 15m, 2h …; what is running goes on');
}

/** The flags of the local CloudFormation. */
export function simulated(command: Command): Command {
  return command
    .option('--fast', 'with --local: nothing takes time')
    .option('--fail <id>', 'with --local: let a resource fail: DB, DB:update, DB:rollback; can be repeated', collect);
}

/** What `inputs` and `changeSet` say. */
export async function deployment(words: readonly string[], flags: Flags) {
  const { stack, strict = false, components = [], allow = [], templateBucket } = flags;
  const { onFailure, importExisting = false, revertDrift = false, express = false, roleArn } = flags;
  const { notify = [], rollbackAlarm: rollbackAlarms = [], param: pairs = [], params: file, tag: tags = [] } = flags;
  const { blueprint, rest } = await blueprintIn(words);
  const [more] = rest;
  if (more !== undefined) throw await misuse(`"${more}" is one word too many.`);
  return {
    ...{ blueprint, stack, strict, components, allow, tags, templateBucket },
    ...{ onFailure, importExisting, revertDrift, express, roleArn, notify, rollbackAlarms },
    parameters: { pairs, file, environment: process.env },
  };
}

/** What `changing` says. */
export async function consent({ yes = false, wait, timeout }: Flags) {
  const { millisecondsOf } = await import('../deploy/inputs/duration.js');
  return { yes, wait, timeout: timeout === undefined ? undefined : millisecondsOf(timeout) };
}

/** The blueprint that words begin with, or else the only one of the folder. */
export async function blueprintIn(words: readonly string[]) {
  const { stackNameOf } = await import('../deploy/inputs/name.js');
  const [first] = words;
  // What stands here is a blueprint, also where there is none of that name: then that is what is said.
  if (first !== undefined && !first.includes('=')) return { blueprint: first, rest: words.slice(1) };
  const { file = '', rest } = stackNameOf(words, {});
  return { blueprint: file, rest };
}

/** A Misuse, loaded where it is needed only: help is shown without it. */
export async function misuse(message: string): Promise<Error> {
  const { Misuse } = await import('../compiler/commands/outcome.js');
  return new Misuse(message);
}

/** Keeps ids: `A,B`, and more of them. */
export function ids(value: string, values: readonly string[] = []): readonly string[] {
  return [...values, ...value.split(',').filter((id) => id !== '')];
}
