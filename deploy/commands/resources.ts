import { Misuse, type Outcome, outcome } from '../../compiler/commands/outcome.js';
import { masked } from '../../compiler/diff/shown.js';
import type { JsonMap } from '../../compiler/template/template.js';
import { didYouMean } from '../../compiler/text/suggest.js';
import type { Session } from '../api/session.js';
import { answer } from '../queries/document.js';
import { type Detailed, inventoryOf, type Listed, stackAround } from '../queries/inventory.js';
import { inventoryText, resourceText } from '../queries/inventoryText.js';
import { placesOf } from '../queries/places.js';
import { propertiesOf } from '../queries/properties.js';
import { findStack, idOf } from '../queries/stack.js';
import { lookedAt, type QueryOptions } from '../queries/target.js';
import { userDataOf } from '../queries/userData.js';

export interface ResourcesOptions extends QueryOptions {
  /** Whether nothing but the physical id of the resource is wanted. */
  readonly physicalId: boolean;
  /** Whether the script is wanted that the resource, a machine, runs when it starts. */
  readonly userData: boolean;
}

/** `jiml resources`: all resources of a stack, or what is known about one. @throws Misuse, Fault */
export async function resources(options: ResourcesOptions, session: Session): Promise<Outcome> {
  const { stack: name, file, rest } = lookedAt(options, session, 1);
  const [id] = rest;
  const { form, physicalId, userData, components } = options;
  if (id === undefined && (physicalId || userData))
    throw new Misuse(`--${physicalId ? 'physical-id' : 'user-data'} is about one resource: name it.`);
  const stack = await findStack(session, name);
  const places = await placesOf(userData || physicalId ? undefined : file, components);
  const resources = await inventoryOf(session, idOf(stack), places);
  const { StackName = name, StackStatus: status = 'UNKNOWN' } = stack;
  const data = { version: 1 as const, stack: StackName, status: status as string };
  if (id === undefined) return answer(form, { ...data, resources }, inventoryText);
  const one = find(resources, id, StackName);
  if (physicalId) return outcome({ output: `${bare(one)}\n` });
  const own = one.id.slice(one.id.lastIndexOf('/') + 1);
  const properties = await propertiesOf(session, stackAround(one, resources, idOf(stack)), own);
  if (userData) return outcome({ output: userDataOf(one, properties, session.region) });
  const resource: Detailed = properties === undefined ? one : { ...one, properties: masked(properties, []) as JsonMap };
  return answer(form, { ...data, resource }, resourceText);
}

function find(resources: readonly Listed[], id: string, stack: string): Listed {
  const found = resources.find((one) => one.id === id) ?? resources.find((one) => one.physicalId === id);
  if (found !== undefined) return found;
  const hint = didYouMean(
    id,
    resources.map((one) => one.id),
  );
  throw new Misuse(`The stack "${stack}" has no resource "${id}".${hint === undefined ? '' : ` ${hint}`}`);
}

function bare({ id, physicalId, status }: Listed): string {
  if (physicalId !== undefined && physicalId !== '') return physicalId;
  throw new Misuse(`"${id}" has no physical id: its state is ${status}.`);
}
