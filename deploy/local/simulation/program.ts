import type { Json } from '../../../compiler/template/template.js';
import type { Policy, Spec, StackState } from '../state/stack.js';
import { dependenciesOf } from '../template/dependencies.js';
import type { Environment } from '../template/environment.js';
import { type Evaluation, evaluation } from '../template/evaluate.js';
import type { LocalTemplate } from '../template/model.js';
import { readTemplate } from '../template/read.js';
import { environmentOf } from './environment.js';
import policies from './policies.json' with { type: 'json' };
import type { Scene } from './scene.js';

/** What a stack is to be, ready to be evaluated. */
export interface Program {
  readonly template: LocalTemplate;
  readonly evaluation: Evaluation;
  /** Evaluates with secrets masked. */
  readonly masked: Evaluation;
  /** The names of the exports that were asked for. */
  readonly imports: ReadonlySet<string>;
  /** The resources whose conditions hold. */
  readonly wanted: ReadonlyMap<string, Wanted>;
}

/** A resource as it is to be, without its properties. */
export interface Wanted {
  readonly id: string;
  readonly type: string;
  /** The ids of those that must be there before. */
  readonly needs: readonly string[];
}

const MASK = '****';

/** The text of a template that nobody can give: of a stack in which nothing is. */
const NOTHING = '{"Resources":{}}';

/** What a stack is to be that is what it was before it was made: nothing. */
export function emptied(spec: Spec): Spec {
  return { ...spec, template: NOTHING, parameters: [], resolved: [] };
}

/** Templates that were read. */
export class Programs {
  private readonly templates = new WeakMap<Spec, LocalTemplate>();
  /** A stack that is executed again, or a little differently, has the same text. */
  private last: LocalTemplate | undefined;

  /** Notes what a text was read as. */
  remember(spec: Spec, template: LocalTemplate): void {
    this.templates.set(spec, template);
  }

  /** @throws Fault for a template that is none. */
  templateOf(spec: Spec): LocalTemplate {
    const known = this.templates.get(spec);
    if (known !== undefined) return known;
    const read = this.last?.body === spec.template ? this.last : readOf(spec.template);
    this.last = read;
    this.templates.set(spec, read);
    return read;
  }
}

function readOf(body: string): LocalTemplate {
  if (body !== NOTHING) return readTemplate(body);
  const none = new Map();
  const sections = { parameters: none, mappings: none, conditions: none, rules: none, resources: none, outputs: none };
  return { body, json: JSON.parse(body), description: undefined, ...sections, transforms: [] };
}

/** Prepares what a stack is to be. @throws Fault for a template that is none. */
export function programOf(scene: Scene, stack: StackState, spec: Spec): Program {
  const imports = new Set<string>();
  const template = scene.settings.programs.templateOf(spec);
  return programIn(environmentOf(scene, stack, spec, imports), template, spec, imports);
}

/** Prepares what a stack is to be in an environment. @param imports Filled by the environment. */
export function programIn(
  environment: Environment,
  template: LocalTemplate,
  spec: Spec,
  imports: ReadonlySet<string>,
): Program {
  const plain = evaluation(template, new Map(spec.resolved), environment);
  const masked = maskedValues(template, spec);
  return {
    template,
    imports,
    evaluation: plain,
    masked: masked === undefined ? plain : evaluation(template, masked, environment),
    wanted: wantedOf(template, plain),
  };
}

/** The values of the parameters with secrets masked; undefined where there are none. */
function maskedValues(template: LocalTemplate, { resolved }: Spec): ReadonlyMap<string, string> | undefined {
  const isSecret = (name: string) => template.parameters.get(name)?.noEcho === true;
  if (!resolved.some(([name]) => isSecret(name))) return undefined;
  // An empty one stays empty, because conditions ask for that.
  return new Map(resolved.map(([name, value]) => [name, isSecret(name) && value !== '' ? MASK : value]));
}

function wantedOf(template: LocalTemplate, evaluation: Evaluation): ReadonlyMap<string, Wanted> {
  let needs: ReadonlyMap<string, readonly string[]> | undefined;
  // Looking through all properties takes longer than all else, and is not always asked for.
  const needsOf = (id: string) => {
    needs ??= dependenciesOf(template, evaluation);
    return needs.get(id) ?? [];
  };
  const there = [...template.resources.values()].filter(({ id }) => evaluation.exists(id));
  return new Map(
    there.map(({ id, type }) => {
      const wanted: Wanted = {
        id,
        type,
        get needs() {
          return needsOf(id);
        },
      };
      return [id, wanted];
    }),
  );
}

/** What happens to a resource that goes away, and to one in whose place another one is made. */
export function policiesOf(
  { template, evaluation }: Program,
  id: string,
): { readonly deletion: Policy; readonly replacement: Policy } {
  const resource = template.resources.get(id);
  const unless: string | undefined = resource && defaults.get(resource.type);
  const snapshot = unless !== undefined && !Object.hasOwn(resource?.properties ?? {}, unless);
  return {
    deletion: policy(evaluation.policy(id, 'DeletionPolicy')) ?? (snapshot ? 'Snapshot' : 'Delete'),
    replacement: policy(evaluation.policy(id, 'UpdateReplacePolicy')) ?? 'Delete',
  };
}

const defaults: ReadonlyMap<string, string> = new Map(Object.entries(policies.snapshotByDefault));
const known: ReadonlySet<string> = new Set(policies.known);

function policy(text: string | undefined): Policy | undefined {
  return text !== undefined && known.has(text) ? (text as Policy) : undefined;
}

/** What the template says beside a resource's properties, evaluated, as JSON; undefined where it says nothing. */
export function metadataOf({ template, evaluation }: Program, id: string): string | undefined {
  const raw: Json | undefined = template.resources.get(id)?.raw.Metadata;
  return raw === undefined ? undefined : JSON.stringify(evaluation.value(raw));
}
