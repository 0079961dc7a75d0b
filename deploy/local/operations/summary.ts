import type { Capability, ParameterDeclaration, TemplateParameter } from '../../api/cloudformation.js';
import { bodyOf } from '../stacks/spec.js';
import { requiredCapabilities } from '../template/capabilities.js';
import type { LocalParameter, LocalTemplate } from '../template/model.js';
import { readTemplate } from '../template/read.js';
import { validateTemplate as validate } from '../template/validate.js';
import type { Context, Handler } from './context.js';
import { stackOf } from './find.js';

/** GetTemplateSummary (CloudFormation API Reference). */
export const getTemplateSummary: Handler<'GetTemplateSummary'> = (context, input) => {
  const template =
    input.StackName === undefined
      ? readTemplate(bodyOf(context, input, undefined))
      : context.scene.settings.programs.templateOf(stackOf(context, input.StackName).spec);
  const { description, json, transforms } = template;
  const metadata = json.Metadata === undefined ? undefined : JSON.stringify(json.Metadata);
  const types = [...new Set([...template.resources.values()].map(({ type }) => type))].sort();
  return {
    Parameters: [...template.parameters.values()].map(declaration),
    ...(description !== undefined && { Description: description }),
    ...needs(template),
    ResourceTypes: types,
    ...(typeof json.AWSTemplateFormatVersion === 'string' && { Version: json.AWSTemplateFormatVersion }),
    ...(metadata !== undefined && { Metadata: metadata }),
    DeclaredTransforms: [...transforms],
    ResourceIdentifierSummaries: identifiers(context, template),
  };
};

/** ValidateTemplate (CloudFormation API Reference). */
export const validateTemplate: Handler<'ValidateTemplate'> = (context, input) => {
  const template = readTemplate(bodyOf(context, input, undefined));
  validate(template, context.scene.settings.specifications);
  const { description, transforms } = template;
  return {
    Parameters: [...template.parameters.values()].map(short),
    ...(description !== undefined && { Description: description }),
    ...needs(template),
    DeclaredTransforms: [...transforms],
  };
};

function needs(template: LocalTemplate) {
  const { capabilities, reason } = requiredCapabilities(template);
  if (capabilities.length === 0) return {};
  return { Capabilities: [...capabilities] as Capability[], CapabilitiesReason: reason };
}

function short({ name, default: value, noEcho, description }: LocalParameter): TemplateParameter {
  return {
    ParameterKey: name,
    ...(value !== undefined && { DefaultValue: noEcho ? '****' : value }),
    NoEcho: noEcho,
    ...(description !== undefined && { Description: description }),
  };
}

function declaration(parameter: LocalParameter): ParameterDeclaration {
  const { type, allowedValues } = parameter;
  return {
    ...short(parameter),
    ParameterType: type,
    ParameterConstraints: allowedValues === undefined ? {} : { AllowedValues: [...allowedValues] },
  };
}

function identifiers({ scene }: Context, { resources }: LocalTemplate) {
  const ids = new Map<string, string[]>();
  for (const { id, type } of resources.values()) ids.set(type, [...(ids.get(type) ?? []), id]);
  return [...ids].map(([type, own]) => ({
    ResourceType: type,
    LogicalResourceIds: own,
    ResourceIdentifiers: [...(scene.settings.specifications.typeSpecification(type)?.identifier ?? [])],
  }));
}
