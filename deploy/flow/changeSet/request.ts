import type { ChangeSetType, Input, Parameter, ResourceToImport, Stack } from '../../api/cloudformation.js';
import type { NeededCapability } from '../../inputs/capabilities.js';
import type { TemplateArgument } from '../../inputs/template.js';
import { description } from '../../plan/hash.js';
import { digest } from '../tokens.js';

/** What to do when an operation fails; docs/deploying.md explains it. */
export type OnFailure = 'rollback' | 'keep' | 'delete';

/** How a change set is to be made and executed, beside what it contains. */
export interface ChangeSetOptions {
  /** Undefined: a stack that cannot be created is deleted again, an update is rolled back. */
  readonly onFailure?: OnFailure | undefined;
  readonly roleArn?: string | undefined;
  /** ARNs of topics that are told of the stack's events. */
  readonly notify: readonly string[];
  /** ARNs of alarms that, when they go off, roll the operation back. */
  readonly rollbackAlarms: readonly string[];
  readonly importExisting: boolean;
  readonly revertDrift: boolean;
  readonly express: boolean;
}

/** What a change set is made from. */
export interface ChangeSetRequest {
  readonly stack: string;
  readonly type: ChangeSetType;
  /** `plan` for one that waits for somebody to approve it, which nobody else takes up. */
  readonly purpose: 'deploy' | 'plan' | 'import';
  readonly template: TemplateArgument;
  /** The template's text, by which change sets are told apart. */
  readonly text: string;
  /** Secrets are in clear. */
  readonly parameters: readonly Parameter[];
  /** The names of the parameters that hold secrets given now. */
  readonly secrets: ReadonlySet<string>;
  readonly tags: ReadonlyMap<string, string>;
  readonly capabilities: readonly NeededCapability[];
  readonly imports: readonly ResourceToImport[];
  readonly options: ChangeSetOptions;
  /** The stack as it is before; undefined where there is none, and where nothing was created in it yet. */
  readonly before: Stack | undefined;
}

/**
 * The name of a change set: the same for the same request on the same state of the stack, so that what a run that was
 * cut short has left is found. Secrets have no part in it, since names can be seen.
 */
export function nameOf({ purpose, ...request }: ChangeSetRequest): string {
  const { type, text, parameters, secrets, tags, capabilities, imports, options, before } = request;
  const values = parameters.map((one) => [
    one.ParameterKey,
    secrets.has(one.ParameterKey ?? '') || [one.ParameterValue, one.UsePreviousValue],
  ]);
  const given = [type, text, values, [...tags], capabilities, imports, options];
  return `jiml-${purpose}-${digest([...given, before?.StackId, before?.LastUpdatedTime?.getTime()])}`;
}

/** The request as CreateChangeSet takes it. */
export function inputOf(request: ChangeSetRequest, name: string, token: string): Input<'CreateChangeSet'> {
  const { type, options, imports, capabilities, tags, parameters, template, stack, text } = request;
  const capabilityNames = capabilities.map((one) => one.name) as NonNullable<Input<'CreateChangeSet'>['Capabilities']>;
  return {
    StackName: stack,
    ChangeSetName: name,
    ChangeSetType: type,
    ClientToken: token,
    Description: description(text),
    ...template,
    Parameters: [...parameters],
    Capabilities: capabilityNames,
    Tags: [...tags].map(([Key, Value]) => ({ Key, Value })),
    ...(imports.length > 0 ? { ResourcesToImport: [...imports] } : {}),
    ...operationOf(type, options),
  };
}

/**
 * What is asked for beyond the contents. A drift-aware change set cannot include nested stacks. What is kept on failure
 * is said when the change set is executed: a stack made with OnStackFailure DO_NOTHING could not be updated afterwards.
 */
function operationOf(type: ChangeSetType, options: ChangeSetOptions): Partial<Input<'CreateChangeSet'>> {
  const { roleArn, notify, rollbackAlarms, importExisting, revertDrift, express, onFailure } = options;
  const triggers = rollbackAlarms.map((Arn) => ({ Arn, Type: 'AWS::CloudWatch::Alarm' }));
  return {
    ...(roleArn === undefined ? {} : { RoleARN: roleArn }),
    ...(notify.length > 0 ? { NotificationARNs: [...notify] } : {}),
    ...(triggers.length > 0 ? { RollbackConfiguration: { RollbackTriggers: triggers } } : {}),
    ...(importExisting ? { ImportExistingResources: true } : {}),
    ...(revertDrift && type === 'UPDATE'
      ? { DeploymentMode: 'REVERT_DRIFT' }
      : type === 'IMPORT'
        ? {}
        : { IncludeNestedStacks: true }),
    ...(express ? { DeploymentConfig: { Mode: 'EXPRESS' } } : {}),
    ...(type === 'CREATE' && onFailure !== 'keep'
      ? { OnStackFailure: onFailure === 'rollback' ? 'ROLLBACK' : 'DELETE' }
      : {}),
  };
}
