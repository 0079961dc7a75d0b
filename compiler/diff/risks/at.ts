import type { Form } from '../form.js';
import type { Stack, StackResource } from '../stack.js';

/** What stands at a place of the properties (`A.B`) of a resource, evaluated. */
export function formAt(resource: StackResource | undefined, path: string): Form | undefined {
  let form: Form | undefined = resource?.properties?.form;
  for (const step of path === '' ? [] : path.split('.')) {
    form = form?.kind === 'map' ? form.entries.get(step) : undefined;
  }
  return form;
}

/** A resource that is there, or may be. */
export function existing({ resources }: Stack, id: string): StackResource | undefined {
  const resource = resources.get(id);
  return resource?.exists === false ? undefined : resource;
}
