import { count } from '../count.js';
import { error, note, warning } from './entry.js';

/** What linking can find. */
export const linking = {
  'unknown-reference': error(({ name, other }: { name: string; other?: string | undefined }) =>
    other === undefined
      ? `Nothing is called "${name}".`
      : `"${name}" is a ${other}, and a reference needs a resource or a parameter.`,
  ),
  'unverified-reference': warning(
    (a: { name: string }) => `Nothing is called "${a.name}", unless the transform makes it.`,
  ),
  'unknown-dependency': error(({ name, other }: { name: string; other?: string | undefined }) =>
    other === undefined
      ? `No resource is called "${name}", so nothing can wait for it.`
      : `"${name}" is a ${other === 'pseudo' ? 'pseudo parameter' : other}, and only resources can be waited for.`,
  ),
  'attribute-of-parameter': error(
    (a: { name: string; attribute: string; kind: string }) =>
      `"${a.name}" is a ${a.kind} and has no attribute "${a.attribute}".`,
  ),
  'bad-substitution': error(
    (a: { text: string }) => `"\${${a.text}}" is not a name, and Fn::Sub replaces everything between \${ and }.`,
  ),
  'resource-too-early': error(
    (a: { name: string; section: string }) =>
      `The ${a.section} cannot use the resource "${a.name}", because they are read before anything is made.`,
  ),
  'unknown-condition': error((a: { name: string }) => `No condition is called "${a.name}".`),
  'condition-cycle': error((a: { names: readonly string[] }) =>
    a.names.length === 1
      ? `The condition ${list(a.names)} asks for itself.`
      : `The conditions ${list(a.names)} ask for each other, so none of them can be decided.`,
  ),
  'unused-condition': warning((a: { name: string }) => `The condition "${a.name}" is not used.`),
  'conditional-use': warning(
    (a: { name: string; condition: string; user: string }) =>
      `"${a.user}" uses "${a.name}", which is not there when "${a.condition}" does not hold.`,
  ),
  'unknown-mapping': error((a: { name: string }) => `No mapping is called "${a.name}".`),
  'unknown-mapping-key': error(
    (a: { mapping: string; key: string }) => `The mapping "${a.mapping}" has no key "${a.key}".`,
  ),
  'unmapped-value': error(
    (a: { value: string; mapping: string }) =>
      `The value "${a.value}" is allowed, but the mapping "${a.mapping}" lacks it.`,
  ),
  'misplaced-function': error((a: { name: string; section: string }) => `"${a.name}" works in ${a.section} only.`),
  'function-in-constants': error(
    (a: { name: string; section: string }) =>
      `"${a.name}" cannot stand in the ${a.section}, which hold plain values only.`,
  ),
  'missing-transform': error(
    (a: { name: string; transform: string }) => `"${a.name}" works only with the transform "${a.transform}".`,
  ),
  'wrong-arguments': error((a: { name: string; problem: string }) => `"${a.name}" ${a.problem}.`),
  'computed-argument': error(
    (a: { name: string; position: number }) =>
      `Argument ${a.position} of "${a.name}" must be written out and cannot be computed.`,
  ),
  'dependency-cycle': error((a: { ids: readonly string[]; more: number }) => {
    if (a.ids.length === 1) return `"${a.ids[0]}" needs itself, so it can never be made.`;
    const others = a.more > 0 ? `, with ${a.more} more,` : '';
    return `${list(a.ids)}${others} need each other, so none of them can be made first.`;
  }),
  'too-many': error(
    (a: { what: string; count: number; limit: number }) =>
      `There are ${count(a.count)} ${a.what}, ${count(a.count - a.limit)} more than the ${count(a.limit)} that CloudFormation takes.`,
  ),
  'template-too-large': error(
    (a: { bytes: number; limit: number }) =>
      `The template has ${count(a.bytes)} bytes even without white space, ${count(a.bytes - a.limit)} more than the ${count(a.limit)} that CloudFormation takes.`,
  ),
  'template-needs-minifying': warning(
    (a: { bytes: number; limit: number }) =>
      `The template has ${count(a.bytes)} bytes, and CloudFormation takes ${count(a.limit)}: it fits only without white space.`,
  ),
  'template-not-inline': note(
    (a: { bytes: number; limit: number }) =>
      `The template has ${count(a.bytes)} bytes, and more than ${count(a.limit)} must be uploaded to a bucket first.`,
  ),
  'bad-logical-id': error(
    (a: { kind: string; name: string; limit: number }) =>
      `"${a.name}" cannot be the name of ${a.kind === 'output' ? 'an' : 'a'} ${a.kind}: it needs letters and digits only, at most ${a.limit} of them.`,
  ),
  'unknown-policy': error(
    (a: { name: string; value: string; values: readonly string[] }) =>
      `"${a.value}" is no ${a.name}, which is one of ${a.values.join(', ')}.`,
  ),
  'description-too-long': error(
    (a: { bytes: number; limit: number }) =>
      `The description has ${count(a.bytes)} bytes, ${count(a.bytes - a.limit)} more than the ${count(a.limit)} that CloudFormation takes.`,
  ),
  'user-data-too-large': error(
    (a: UserData) =>
      `The user data of "${a.id}" can have ${count(a.bytes)} bytes, ${count(a.bytes - a.limit)} more than the ${count(a.limit)} that a server takes.`,
  ),
  'user-data-may-be-too-large': warning(
    (a: UserData & { assumed: number }) =>
      `The user data of "${a.id}" can have ${count(a.bytes)} bytes, ${count(a.bytes - a.limit)} more than the ${count(a.limit)} that a server takes, if each value of unknown length has ${a.assumed}.`,
  ),
  'unknown-parameter-type': error((a: { type: string }) => `"${a.type}" is not a type of parameter.`),
  'misplaced-constraint': error(
    (a: { constraint: string; type: string; goesWith: string }) =>
      `"${a.constraint}" goes with ${a.goesWith}, and this parameter is a ${a.type}.`,
  ),
  'bad-pattern': error((a: { pattern: string }) => `"${a.pattern}" is not a regular expression.`),
  'contradicting-constraints': error(
    (a: { min: string; least: number; max: string; most: number }) =>
      `"${a.min}" is ${a.least} and "${a.max}" is ${a.most}, so no value is right.`,
  ),
  'bad-default': error(
    (a: { value: string; constraint: string; problem: string }) =>
      `The default "${a.value}" breaks the parameter's own "${a.constraint}": it ${a.problem}.`,
  ),
  'parameter-too-long': error(
    (a: { name: string; bytes: number; limit: number }) =>
      `The value of "${a.name}" has ${count(a.bytes)} bytes, ${count(a.bytes - a.limit)} more than the ${count(a.limit)} that CloudFormation takes.`,
  ),
  'secret-default': warning(
    (a: { name: string }) => `The parameter "${a.name}" is secret, and its default would be readable in the template.`,
  ),
  'noecho-leak': error(
    (a: { name: string; where: string }) => `The secret parameter "${a.name}" would be readable in ${a.where}.`,
  ),
  'noecho-in-metadata': warning(
    (a: { name: string }) => `The secret parameter "${a.name}" would be readable in the resource's metadata.`,
  ),
};

export interface UserData {
  readonly id: string;
  readonly bytes: number;
  readonly limit: number;
}

/** More names than this do not help. */
const most = 8;

function list(names: readonly string[]): string {
  const shown = names.slice(0, most).map((name) => `"${name}"`);
  if (names.length > most) return `${shown.join(', ')} and ${names.length - most} others`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
