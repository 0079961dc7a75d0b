import type { Endpoint } from './endpoint.js';
import { query, textsOf } from './query.js';

/** The network and subnet that every account has, and a key pair, which is made. */
export interface Surroundings {
  readonly network: string;
  readonly subnet: string;
  readonly key: string;
}

/** What a stack with machines refers to. */
export async function surroundingsOf(endpoint: Endpoint): Promise<Surroundings> {
  const key = 'mykey';
  const [networks, subnets] = await Promise.all([
    query(endpoint, 'ec2', 'DescribeVpcs'),
    query(endpoint, 'ec2', 'DescribeSubnets'),
    query(endpoint, 'ec2', 'CreateKeyPair', { KeyName: key }),
  ]);
  return { network: textsOf(networks, 'vpcId')[0] ?? '', subnet: textsOf(subnets, 'subnetId')[0] ?? '', key };
}

/** The script that EC2 gives a machine when it starts; empty for none. */
export async function userDataOf(endpoint: Endpoint, instance: string): Promise<string> {
  const input = { InstanceId: instance, Attribute: 'userData' };
  const xml = await query(endpoint, 'ec2', 'DescribeInstanceAttribute', input);
  return Buffer.from(textsOf(xml, 'value')[0] ?? '', 'base64').toString();
}

/** What EC2 itself says of a machine. */
export async function instanceOf(endpoint: Endpoint, instance: string): Promise<string> {
  return await query(endpoint, 'ec2', 'DescribeInstances', { 'InstanceId.1': instance });
}

/** What EC2 itself says of a security group. */
export async function groupOf(endpoint: Endpoint, group: string): Promise<string> {
  return await query(endpoint, 'ec2', 'DescribeSecurityGroups', { 'GroupId.1': group });
}
