import { expect } from 'chai';
import { blueprint, findings, resource } from './findings.js';

/** A server whose script uses a disk, and what tells that it is done. */
function nfs(device: string, wait: string, after = ''): string {
  return `resources:
  - id: Server
    type: AWS::EC2::Instance
${wait === 'policy' ? '    creationPolicy: { ResourceSignal: { Timeout: PT5M } }\n' : ''}    config:
      UserData: !Base64 |
        mount /dev/xvdh /data
        signal ${wait === 'condition' ? '${{ Handle }}' : 'Server'}
  - id: Disk
    type: AWS::EC2::VolumeAttachment
${after}    config: { InstanceId: $Server, VolumeId: vol-1, Device: ${device} }
${
  wait === 'condition'
    ? `  - { id: Handle, type: AWS::CloudFormation::WaitConditionHandle }
  - id: Ready
    type: AWS::CloudFormation::WaitCondition
    dependsOn: [Server]
    config: { Handle: $Handle, Timeout: 300 }
`
    : ''
}`;
}

describe('lint: signals', () => {
  it('reports a script that uses what is attached after its own signal', () => {
    expect(findings(nfs('/dev/xvdh', 'policy'))).to.deep.equal(['signal-deadlock: /dev/xvdh']);
  });

  it('reports it where the attachment waits for the condition that the script signals', () => {
    const found = findings(nfs('/dev/xvdh', 'condition', '    dependsOn: [Ready]\n'));
    expect(found.map((one) => one.split(':')[0])).to.deep.equal(['signal-deadlock']);
  });

  for (const [name, text] of [
    ['a disk that the script does not use', nfs('/dev/xvdi', 'policy')],
    ['a server that nobody waits for', nfs('/dev/xvdh', 'none')],
    ['a condition beside the server', nfs('/dev/xvdh', 'condition')],
  ] as const)
    it(`leaves alone ${name}`, () => expect(findings(text)).to.deep.equal([]));

  const addressed = (subnet: object, server: object = {}, more: Record<string, object> = {}) =>
    findings(
      blueprint({
        Subnet: resource('AWS::EC2::Subnet', { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/24', ...subnet }),
        Server: resource(
          'AWS::EC2::Instance',
          { SubnetId: '$Subnet', ...server },
          { creationPolicy: { ResourceSignal: {} } },
        ),
        Address: resource('AWS::EC2::EIP', { InstanceId: '$Server' }),
        ...more,
      }),
    ).map((one) => one.split(':')[0]);

  it('reports a server whose only address comes after its signal', () => {
    expect(addressed({})).to.deep.equal(['signal-deadlock']);
    expect(addressed({ MapPublicIpOnLaunch: 'false' })).to.deep.equal(['signal-deadlock']);
  });

  it('leaves alone a server that has another way out, or may have one', () => {
    const open = { NetworkInterfaces: [{ DeviceIndex: '0', AssociatePublicIpAddress: true, SubnetId: '$Subnet' }] };
    const endpoint = resource('AWS::EC2::VPCEndpoint', { VpcId: 'vpc-1', ServiceName: 'x' });
    expect(addressed({ MapPublicIpOnLaunch: true })).to.deep.equal([]);
    expect(addressed({}, { SubnetId: undefined, ...open })).to.deep.equal([]);
    expect(addressed({}, { SubnetId: 'subnet-1' })).to.deep.equal([]);
    expect(addressed({}, {}, { Endpoint: endpoint })).to.deep.equal([]);
  });

  it('reports a server that waits for its own signal', () => {
    const script = { UserData: { 'Fn::Base64': 'signal ${{ Handle }}' } };
    const conditions = (dependsOn: string) => ({
      Handle: resource('AWS::CloudFormation::WaitConditionHandle'),
      Ready: resource('AWS::CloudFormation::WaitCondition', { Handle: '$Handle', Timeout: '300' }),
      Server: resource('AWS::EC2::Instance', script, { dependsOn }),
    });
    expect(findings(blueprint(conditions('Ready'))).map((one) => one.split(':')[0])).to.deep.equal(['signal-deadlock']);
    const second = { Other: resource('AWS::EC2::Instance', script) };
    expect(findings(blueprint({ ...conditions('Ready'), ...second }))).to.deep.equal([]);
  });
});
