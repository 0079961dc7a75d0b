import { expect } from 'chai';
import { targetOf } from '../../../deploy/inputs/target.js';
import { attempt, inFolder } from './folder.js';

const BLUEPRINT = `name: web-shop
region: eu-west-1
tags: { Team: shop }
protect: [Files]
resources:
  - id: Files
    type: bucket
    import: my-files
    deletionPolicy: Retain
  - id: Jobs
    type: AWS::SQS::Queue
    waitFor: $Files
`;

const options = { components: [], strict: false };

describe('what a blueprint asks for', () => {
  it('is all that a deployment needs', async () => {
    const { target, outcome } = await inFolder({ 'shop.yaml': BLUEPRINT }, () => targetOf('shop.yaml', options));
    expect(outcome.failed).to.equal(false);
    expect(target && { ...target.imports.get('Files') }).to.deep.equal({ BucketName: 'my-files' });
    const { file, stack, region, protect, text } = target ?? {};
    expect({ file, stack, region, protect }).to.deep.equal({
      file: 'shop.yaml',
      stack: 'web-shop',
      region: 'eu-west-1',
      protect: ['Files'],
    });
    expect([...(target?.tags ?? [])]).to.deep.equal([['Team', 'shop']]);
    expect(target?.graph.nodes).to.deep.equal(['Files', 'FilesPolicy', 'Jobs']);
    expect(target?.places.get('Jobs')?.span.start.line).to.equal(10);
    expect(JSON.parse(text ?? '')).to.deep.equal(JSON.parse(JSON.stringify(target?.template)));
  });

  it('goes into the stack that was asked for', async () => {
    const { target } = await inFolder({ 'a.yaml': BLUEPRINT }, () =>
      targetOf('a.yaml', { ...options, stack: 'other' }),
    );
    expect(target?.stack).to.equal('other');
  });

  it('is nothing where the blueprint has errors, which are said', async () => {
    const { target, outcome } = await inFolder({ 'a.yaml': 'resources: [{ type: buckt }]' }, () =>
      targetOf('a.yaml', options),
    );
    expect([target, outcome.failed, outcome.diagnostics.map(({ code }) => code)]).to.deep.equal([
      undefined,
      true,
      ['unknown-type'],
    ]);
    expect([...outcome.sources.keys()]).to.deep.equal(['a.yaml']);
  });

  it('needs a name', async () => {
    const files = { '1.yaml': 'resources: [{ type: bucket, id: A }]' };
    const found = await inFolder(files, () => attempt(() => targetOf('1.yaml', options)));
    expect(found).to.match(/^"1" cannot be a stack's name/);
  });
});
