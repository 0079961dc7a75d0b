import type { StandardDiagnostic } from '@aws/cloudformation-validate';
import type { Subject } from './subjects.js';

/** Something that the engine says of a template. */
export interface Finding {
  /** The blueprint that the template was compiled from. */
  readonly file: string;
  /** The line of the resource in it; undefined where it is about no resource that the blueprint speaks of. */
  readonly line: number | undefined;
  /** Where in the template, with `/` between the steps; empty where it is about all of it. */
  readonly path: string;
  readonly rule: string;
  readonly level: 'error' | 'warning' | 'info';
  readonly message: string;
}

/** The sections of a template that are not called by a plural. */
const SINGLE: ReadonlySet<string> = new Set(['Metadata', 'Transform', 'FormatVersion', 'Description']);

/** What the engine found, as what it means for the blueprint. */
export function findings({ file, compilation }: Subject, found: readonly StandardDiagnostic[]): readonly Finding[] {
  return found.map((diagnostic) => {
    const id = diagnostic.entity?.entityType === 'Resource' ? diagnostic.entity.logicalId : undefined;
    const place = id === undefined ? undefined : compilation.places?.get(id);
    return {
      file,
      line: place?.document.span(place.path, 'value').start.line,
      path: pathOf(diagnostic),
      rule: diagnostic.ruleId,
      level: levelOf(diagnostic.severity),
      message: diagnostic.message,
    };
  });
}

/** That the engine did not answer, or that there is nothing to ask: no less than an error. */
export function failure({ file }: Subject, rule: string, message: string): Finding {
  return { file, line: undefined, path: '', rule, level: 'error', message };
}

/** `blueprints/a.yaml:3: error: Resources/A/Properties/B: What is wrong. [E3012]` */
export function shown({ file, line, path, rule, level, message }: Finding): string {
  const at = line === undefined ? file : `${file}:${line}`;
  return `${at}: ${level}: ${path === '' ? '' : `${path}: `}${message} [${rule}]`;
}

function pathOf({ entity, propertyPath = '' }: StandardDiagnostic): string {
  // Paths of the engine begin with a section and have `/`, or begin below the resource and have dots.
  if (entity === undefined || propertyPath.includes('/')) return propertyPath;
  const steps = propertyPath === '' ? [] : propertyPath.split('.');
  const section = SINGLE.has(entity.entityType) ? entity.entityType : `${entity.entityType}s`;
  return [section, entity.logicalId, ...steps].join('/');
}

function levelOf(severity: StandardDiagnostic['severity']): Finding['level'] {
  if (severity === 'FATAL' || severity === 'ERROR') return 'error';
  return severity === 'WARN' ? 'warning' : 'info';
}
