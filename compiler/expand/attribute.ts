import type { Place } from '../source/place.js';
import { Cell, type Head, type Instance } from './model.js';

/** Whether an instance offers an attribute. */
export function offers(instance: Instance, name: string): boolean {
  return instance.type.template.attributes.has(name);
}

/** An attribute of an instance, evaluated when it is first asked for. */
export function attributeOf(instance: Instance, name: string, asked: Place): Head {
  const expression = instance.type.template.attributes.get(name);
  if (expression === undefined) return undefined;
  let cell = instance.attributes.get(name);
  if (cell === undefined) {
    const { world } = instance.scope;
    cell = new Cell(
      () => world.evaluate(expression, instance.scope),
      () => world.report('value-cycle', asked, { name: `${instance.id}.${name}` }),
    );
    instance.attributes.set(name, cell);
  }
  return cell.get();
}
