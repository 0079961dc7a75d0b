import { limits } from '../../../compiler/template/cloudformation.js';
import type { Capability, Parameter, RollbackConfiguration, Tag } from '../../api/cloudformation.js';
import type { Spec } from '../state/stack.js';
import { checkCapabilities } from '../template/capabilities.js';
import { checkCircles } from '../template/circles.js';
import { dependenciesOf } from '../template/dependencies.js';
import { evaluation } from '../template/evaluate.js';
import type { LocalTemplate } from '../template/model.js';
import { chosenParameters, lookedUp } from '../template/parameters.js';
import { readTemplate } from '../template/read.js';
import { refusal } from '../template/refuse.js';
import { checkRules } from '../template/rules.js';
import { validateTemplate } from '../template/validate.js';
import { bareEnvironment } from './bare.js';
import { parameterIn } from './parameterStore.js';
import type { Site } from './site.js';

/** What requests that say what a stack is to be have in common. */
export interface Asked {
  readonly StackName?: string | undefined;
  readonly TemplateBody?: string | undefined;
  readonly TemplateURL?: string | undefined;
  readonly UsePreviousTemplate?: boolean | undefined;
  readonly Parameters?: Parameter[] | undefined;
  readonly Tags?: Tag[] | undefined;
  readonly Capabilities?: Capability[] | undefined;
  readonly NotificationARNs?: string[] | undefined;
  readonly RoleARN?: string | undefined;
  readonly RollbackConfiguration?: RollbackConfiguration | undefined;
  readonly TimeoutInMinutes?: number | undefined;
  readonly DeploymentConfig?:
    | { readonly Mode?: string | undefined; readonly DisableRollback?: boolean | undefined }
    | undefined;
}

const MOST_TAGS = 50;

/** What a request wants a stack to be. @param previous What it is; undefined where it is not yet. @throws Fault */
export function specOf(site: Site, asked: Asked, previous: Spec | undefined): Spec {
  const body = bodyOf(site, asked, previous);
  const template = readTemplate(body);
  validateTemplate(template, site.scene.settings.specifications);
  checkTags(asked.Tags);
  checkCapabilities(template, asked.Capabilities ?? []);
  const parameters = chosenParameters(template, asked.Parameters ?? [], previous && new Map(previous.parameters));
  const resolved = resolvedValues(site, template, parameters);
  const environment = bareEnvironment(site, asked.StackName ?? '');
  checkRules(template, resolved, environment);
  checkCircles(dependenciesOf(template, evaluation(template, resolved, environment)));
  const role = asked.RoleARN ?? previous?.roleArn;
  const spec: Spec = {
    template: body,
    parameters: [...parameters],
    resolved: [...resolved],
    tags: (asked.Tags ?? previous?.tags ?? []).map(({ Key, Value }) => ({ Key, Value })),
    capabilities: asked.Capabilities ?? [],
    notificationArns: asked.NotificationARNs ?? previous?.notificationArns ?? [],
    ...(role !== undefined && { roleArn: role }),
    ...(asked.RollbackConfiguration !== undefined && {
      rollbackConfiguration: JSON.stringify(asked.RollbackConfiguration),
    }),
    ...(asked.TimeoutInMinutes !== undefined && { timeout: asked.TimeoutInMinutes }),
    ...(asked.DeploymentConfig?.Mode === 'EXPRESS' && { express: true }),
    ...(asked.DeploymentConfig?.DisableRollback === true && { disableRollback: true }),
  };
  site.scene.settings.programs.remember(spec, template);
  return spec;
}

/** The values as functions see them: what is looked up is looked up now. */
function resolvedValues(
  { scene, region }: Site,
  template: LocalTemplate,
  parameters: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return lookedUp(template, parameters, (name) => parameterIn(scene, region, name));
}

/** The text of the template that a request gives or names. @throws Fault */
export function bodyOf({ scene }: Site, asked: Asked, previous: Spec | undefined): string {
  if (asked.UsePreviousTemplate === true) {
    if (previous === undefined) throw refusal('Stack does not exist: UsePreviousTemplate cannot be used.');
    return previous.template;
  }
  if (asked.TemplateURL !== undefined) return scene.templateAt(asked.TemplateURL);
  if (asked.TemplateBody === undefined) throw refusal('Either Template URL or Template Body must be specified.');
  const bytes = Buffer.byteLength(asked.TemplateBody);
  if (bytes <= limits.inlineBodyBytes) return asked.TemplateBody;
  throw refusal(
    `1 validation error detected: Value '${asked.TemplateBody.slice(0, 40)}…' at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to ${limits.inlineBodyBytes}`,
  );
}

function checkTags(tags: readonly Tag[] = []): void {
  if (tags.length > MOST_TAGS) throw refusal(`Only up to ${MOST_TAGS} tags can be specified for a stack`);
  const keys = new Set(tags.map(({ Key }) => Key));
  if (keys.size < tags.length) throw refusal('Duplicate tag keys were found in the request');
  const reserved = tags.find(({ Key = '' }) => Key.toLowerCase().startsWith('aws:'));
  if (reserved !== undefined) {
    throw refusal(`Tag keys must not begin with 'aws:': ${reserved.Key}`);
  }
}
