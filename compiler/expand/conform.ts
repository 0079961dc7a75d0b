import type { Conformer } from '../types/conformer.js';
import { formats } from '../types/formats.js';
import { offers } from './attribute.js';
import { blame, into } from './blame.js';
import {
  Cell,
  Choice,
  type Given,
  Group,
  type Head,
  Instance,
  LazyList,
  LazyMap,
  RawResource,
  type Scope,
} from './model.js';
import { isUnknown } from './repeat.js';

/** What the value is held against, where it was given, and the scope that defaults are evaluated in. */
export interface Conforming {
  readonly given: Given | undefined;
  readonly scope: Scope;
}

/** A value as its schema wants it: small texts read, defaults filled in, things asked what they have to offer. */
export function conform(head: Head, conformer: Conformer | undefined, conforming: Conforming): Head {
  if (conformer === undefined || head === undefined || head === null) return head;
  if (head instanceof Choice) return head.map((inner) => conform(inner, conformer, conforming));
  const several = head instanceof LazyList && conformer.item !== undefined;
  if (conformer.format !== undefined && formats.has(conformer.format) && !several)
    return readFormat(head, conformer.format, conforming);
  if (conformer.offers !== undefined && !checkOffers(head, conformer.offers, conforming)) return undefined;
  if (head instanceof LazyMap) return conformMap(head, conformer, conforming);
  if (head instanceof LazyList && conformer.item !== undefined) return conformList(head, conformer.item, conforming);
  return head;
}

function readFormat(head: Head, name: string, { given, scope }: Conforming): Head {
  const format = formats.get(name);
  if (format === undefined || head instanceof LazyMap) return head;
  const { members } = format;
  if (isUnknown(head)) return members === undefined ? head : mapOf(members.map((member) => [member, head]));
  if (typeof head !== 'string' && typeof head !== 'number') return head;
  if (typeof head === 'number' && members === undefined) return head;
  const result = format.read(String(head));
  if (result.ok) return typeof result.value === 'object' ? mapOf(Object.entries(result.value)) : result.value;
  const place = given === undefined ? scope.author : blame(given.expression, given.scope).place;
  const { code, problem, hint } = result;
  if (place !== undefined) scope.world.report(code, place, { written: String(head), problem }, { hint });
  return undefined;
}

function mapOf(entries: readonly (readonly [string, Head])[]): LazyMap {
  return new LazyMap(new Map(entries.map(([key, head]) => [key, Cell.of(head)])), false);
}

/** Whether all that is needed is offered; what is not is reported once, here, and then not given. */
function checkOffers(head: Head, attribute: string, { given, scope }: Conforming): boolean {
  const missing =
    head instanceof Instance
      ? !offers(head, attribute)
      : head instanceof Group
        ? [...head.members.values()].some((member) => !(member instanceof Instance && offers(member, attribute)))
        : head instanceof RawResource || (head instanceof LazyMap && !head.cells.has(attribute));
  if (!missing) return true;
  const owner =
    head instanceof Instance
      ? `${head.type.name} "${head.id}"`
      : head instanceof RawResource
        ? `${head.typeName} "${head.id}"`
        : head instanceof Group
          ? `"${head.id}"`
          : 'This map';
  const place = given === undefined ? scope.author : blame(given.expression, given.scope).place;
  if (place !== undefined) scope.world.report('not-offered', place, { owner, attribute });
  return false;
}

function conformMap(map: LazyMap, conformer: Conformer, { given, scope }: Conforming): LazyMap {
  const { report } = scope.world;
  const cells = new Map<string, Cell>();
  for (const [key, cell] of map.cells) {
    const inner = conformer.property(key);
    const from = given && into(given, key);
    const onCycle = () => {
      if (scope.author !== undefined) report('value-cycle', scope.author, { name: key });
    };
    cells.set(
      key,
      inner === undefined ? cell : new Cell(() => conform(cell.get(), inner, { given: from ?? given, scope }), onCycle),
    );
  }
  for (const [key, expression] of conformer.defaults) {
    if (!map.cells.has(key)) {
      cells.set(
        key,
        new Cell(
          () => conform(scope.world.evaluate(expression, scope), conformer.property(key), { given, scope }),
          () => {},
        ),
      );
    }
  }
  return new LazyMap(cells, map.stays);
}

function conformList(list: LazyList, item: Conformer, { given, scope }: Conforming): LazyList {
  const items = () =>
    list.items.map((head, index) => {
      const from = given && into(given, String(index));
      return conform(head, item, { given: from ?? given, scope });
    });
  return new LazyList(items, list.stays);
}
