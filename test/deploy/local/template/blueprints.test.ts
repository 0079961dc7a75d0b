import { expect } from 'chai';
import { inputs } from '../../../../compiler/commands/inputs.js';
import { compile } from '../../../../compiler/compile.js';
import { simulate } from './simulated.js';

const NETWORK = { VPC: 'vpc-1', Subnet: 'subnet-1' };

const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  shop: {},
  vpc: {},
  gallery: {},
  firewall1: NETWORK,
  firewall5: { ...NETWORK, IpForSSH: '198.51.100.7' },
  'self-stopping-server': NETWORK,
  vpn: { ...NETWORK, KeyName: 'mine', IPSecSharedSecret: 'shared-secret', VPNPassword: 'hush"$hush' },
};

function compiled(name: string): string {
  const [input] = inputs([`blueprints/${name}.yaml`]);
  if (input === undefined) throw new Error(`There is no ${name}.`);
  return compile(input.files, {}, input.folder).text ?? '';
}

describe('what blueprints come to', () => {
  for (const [name, values] of Object.entries(VALUES)) {
    it(`${name} leaves no function and no wrong property`, () => {
      const { resources, findings, outputs } = simulate(compiled(name), values);
      const all = JSON.stringify([...resources.values()].map(({ properties }) => properties));
      expect(all).not.to.match(/"(?:Ref|Fn::[A-Za-z]+)":/);
      expect(all).not.to.match(/\bundefined\b|\[object/);
      expect(findings).to.deep.equal([]);
      expect(resources.size).to.be.above(0);
      for (const output of outputs) expect(output.value).not.to.equal('');
    });
  }

  it('vpn gives the script that the machine runs', () => {
    const { resources } = simulate(compiled('vpn'), VALUES.vpn ?? {});
    const [machine] = [...resources.values()].filter(({ type }) => type === 'AWS::EC2::Instance');
    const script = Buffer.from(String(machine?.properties.UserData), 'base64').toString('utf8');
    expect(script).to.match(/^#!\/bin\/bash/);
    expect(script).to.contain('shared-secret').and.to.contain('hush"$hush').and.to.contain('eu-west-1');
  });

  it('shop has an id of its own for each resource that has one', () => {
    const { resources } = simulate(compiled('shop'), {});
    const ids = [...resources.values()]
      .filter(({ type }) => type.startsWith('AWS::EC2::'))
      .map((one) => one.physicalId);
    expect(new Set(ids).size).to.equal(ids.length);
  });
});
