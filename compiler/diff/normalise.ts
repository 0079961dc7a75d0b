import type { Form, Forms, MapForm } from './form.js';
import type { ValuePlace } from './place.js';
import { isPolicy, isStatement, normalPolicy, normalStatement } from './policy.js';

/** The form of a value in which what means the same for a type of resource is the same: sets, policies, lists of one. */
export function normalise(forms: Forms, form: Form, place: ValuePlace): Form {
  if (form.kind === 'call') return form;
  if (form.kind === 'text') return place.isList ? forms.list([form]) : form;
  if (form.kind === 'map') {
    if (isStatement(form)) return normalStatement(forms, form);
    return isPolicy(form) ? normalPolicy(forms, form) : normalMap(forms, form, place);
  }
  const at = place.item();
  const items = form.items.map((item) => normalise(forms, item, at));
  return place.setKey === undefined ? forms.list(items) : setOf(forms, items);
}

function setOf(forms: Forms, items: readonly Form[]): Form {
  return forms.call(
    'Set',
    [...items].sort((a, b) => a.id - b.id),
  );
}

function normalMap(forms: Forms, form: MapForm, place: ValuePlace): Form {
  return forms.map([...form.entries].map(([key, value]) => [key, normalise(forms, value, place.key(key))] as const));
}
