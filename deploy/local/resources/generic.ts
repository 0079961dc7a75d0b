import type { TypeSpecification } from '../../../compiler/specification/specification.js';
import { fill } from './fill.js';
import { type Birth, scalarText } from './model.js';

/**
 * The physical id of a type of which nothing but its description is known: the parts of its identifier, those that are
 * properties as they are given, those that are attributes in the form that their names promise.
 */
export function genericId(birth: Birth, spec: TypeSpecification | undefined, generated: () => string): string {
  const parts = (spec?.ref ?? []).map((path) => part(path, birth, generated));
  return parts.length === 0 ? generated() : parts.join('|');
}

function part(path: string, birth: Birth, generated: () => string): string {
  const name = path.split('/').at(-1) ?? '';
  const given = scalarText(birth.properties[name]);
  if (given !== undefined) return given;
  return /Name$|^Name$/.test(name) ? generated() : genericText(name, birth, generated());
}

const RULES: readonly (readonly [RegExp, string])[] = [
  [/Arns?$/i, '{arn:SERVICE}KIND/NAME'],
  [/(?:Url|Uri|URL|URI)$/, 'https://NAME.SERVICE.{region}.amazonaws.com'],
  [/Public.*Ip|PublicIp|Ipv4Address/i, '{publicIp}'],
  [/(?:Ip|IpAddress|IpAddresses)$/i, '{privateIp}'],
  [/Port$/, '{port}'],
  [/SecurityGroup/i, 'sg-{hex17}'],
  [/Subnet(?:Id)?s?$/i, 'subnet-{hex17}'],
  [/Vpc(?:Id)?$/i, 'vpc-{hex17}'],
  [/HostedZone/i, 'Z{upper13}'],
  [/(?:Id|ID)$/, '{lower10}'],
  [/Dns|DNS|Domain|Endpoint|Address|Host/, 'NAME-{lower10}.SERVICE.{region}.amazonaws.com'],
  [/(?:AvailabilityZone)$/, '{of:AvailabilityZone}'],
  [/(?:Date|Time|At|On|Timestamp)$/, '2026-01-01T00:00:00.000Z'],
  [/(?:Status|State)$/, 'ACTIVE'],
  [/(?:Version|Revision)(?:Number|Id)?$/, '1'],
  [/Name$/, 'NAME'],
  [/Account(?:Id)?$|Owner(?:Id)?$/, '{account}'],
  [/Region$/, '{region}'],
];

/** A text of the form that the name of an attribute promises. */
export function genericText(attribute: string, birth: Birth, name: string): string {
  const last = attribute.split('.').at(-1) ?? attribute;
  const [, service = 'cloudformation', kind = 'resource'] = birth.type.split('::');
  const pattern = RULES.find(([form]) => form.test(last))?.[1] ?? '{lower12}';
  return fill(pattern, birth, `attribute:${attribute}`)
    .replaceAll('SERVICE', () => service.toLowerCase())
    .replaceAll('KIND', () => kind.charAt(0).toLowerCase() + kind.slice(1))
    .replaceAll('NAME', () => name);
}
