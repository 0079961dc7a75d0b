import { expect } from 'chai';
import { checkCapabilities, requiredCapabilities } from '../../../../deploy/local/template/capabilities.js';
import { readTemplate } from '../../../../deploy/local/template/read.js';
import { refusalOf, templateWith } from './stand.js';

const role = (Properties: object = {}) => ({ Type: 'AWS::IAM::Role', Properties });
const plain = readTemplate(templateWith({ Resources: { A: role() } }));
const named = readTemplate(templateWith({ Resources: { A: role(), B: role({ RoleName: 'x' }) } }));
const expanded = readTemplate(templateWith({ Resources: { A: role() }, Transform: 'AWS::LanguageExtensions' }));

describe('capabilities', () => {
  it('are none for what needs none', () => {
    expect(requiredCapabilities(readTemplate(templateWith({})))).to.deep.equal({ capabilities: [], reason: '' });
  });

  it('are told with the types that need them', () => {
    expect(requiredCapabilities(plain)).to.deep.equal({
      capabilities: ['CAPABILITY_IAM'],
      reason: 'The following resource(s) require capabilities: [AWS::IAM::Role]',
    });
    expect(requiredCapabilities(named).capabilities).to.deep.equal(['CAPABILITY_NAMED_IAM']);
    expect(requiredCapabilities(expanded).capabilities).to.deep.equal(['CAPABILITY_IAM', 'CAPABILITY_AUTO_EXPAND']);
  });

  it('must be given, the stronger or the weaker', () => {
    expect(refusalOf(() => checkCapabilities(plain, []))).to.equal('Requires capabilities : [CAPABILITY_IAM]');
    expect(refusalOf(() => checkCapabilities(named, ['CAPABILITY_IAM']))).to.equal(
      'Requires capabilities : [CAPABILITY_NAMED_IAM]',
    );
    expect(() => checkCapabilities(plain, ['CAPABILITY_NAMED_IAM'])).not.to.throw();
    expect(() => checkCapabilities(named, ['CAPABILITY_NAMED_IAM'])).not.to.throw();
  });

  it('are refused with a code of their own', () => {
    expect(() => checkCapabilities(plain, []))
      .to.throw()
      .with.property('code', 'InsufficientCapabilitiesException');
  });
});
