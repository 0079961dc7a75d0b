import { expect } from 'chai';
import { findings } from './findings.js';

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
});
