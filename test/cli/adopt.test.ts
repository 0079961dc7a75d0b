import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { jiml, project } from './jiml.js';

const template = 'Resources:\n  # the one\n  Jobs:\n    Type: AWS::SQS::Queue\n';
const blueprint = 'resources:\n  # the one\n  - type: AWS::SQS::Queue\n    id: Jobs\n';

describe('jiml adopt', () => {
  let folder = '';
  let remove = () => {};

  beforeEach(() => {
    ({ folder, remove } = project({
      'stack.yaml': template,
      'all/a.yaml': template,
      'all/b.json': '{"Resources": {"Jobs": {"Type": "AWS::SQS::Queue"}}}',
      'mixed/a.yaml': template,
      'mixed/b.yaml': 'no: template\n',
    }));
  });
  afterEach(() => remove());

  it('prints the blueprint of a template', async () => {
    expect(await jiml(['adopt', 'stack.yaml'], { cwd: folder })).to.include({ code: 0, stdout: blueprint, stderr: '' });
    expect(await jiml(['adopt', '-'], { stdin: template })).to.include({ code: 0, stdout: blueprint, stderr: '' });
  });

  it('writes types in place of resources, also those of a project', async () => {
    const jobs = {
      'components/jobs/schema.json':
        '{"description": "Jobs.", "type": "object", "additionalProperties": false, "properties": {"delay": {"type": "integer", "description": "Seconds."}}}',
      'components/jobs/template.yaml':
        'resources:\n  self:\n    type: AWS::SQS::Queue\n    config: { DelaySeconds: $delay }\n',
      'stack.json': '{"Resources": {"Jobs": {"Type": "AWS::SQS::Queue", "Properties": {"DelaySeconds": 7}}}}',
    };
    const made = project(jobs);
    const ended = await jiml(['adopt', '--types', 'stack.json'], { cwd: made.folder });
    made.remove();
    const stdout = 'resources:\n  - type: jobs\n    id: Jobs\n    config:\n      delay: 7\n';
    expect(ended).to.include({ code: 0, stdout, stderr: '' });
  });

  it('writes to a file, and for a folder to a folder', async () => {
    expect(await jiml(['adopt', 'stack.yaml', '-o', 'blueprint.yaml'], { cwd: folder })).to.include({
      code: 0,
      stdout: '',
    });
    expect(readFileSync(join(folder, 'blueprint.yaml'), 'utf8')).to.equal(blueprint);
    expect(await jiml(['adopt', 'all', '-o', 'made'], { cwd: folder })).to.include({ code: 0, stdout: '' });
    expect(readdirSync(join(folder, 'made')).sort()).to.deep.equal(['a.yaml', 'b.yaml']);
  });

  it('reports what is no template, and does the rest', async () => {
    const ended = await jiml(['adopt', 'mixed', '-o', 'made'], { cwd: folder });
    expect(ended.code).to.equal(1);
    expect(ended.stderr).to.include('This is not a CloudFormation template: it has no "Resources". [not-a-template]');
    expect(readdirSync(join(folder, 'made'))).to.deep.equal(['a.yaml']);
  });

  it('does not overwrite the template', async () => {
    const ended = await jiml(['adopt', 'stack.yaml', '-o', 'stack.yaml'], { cwd: folder });
    expect(ended.code).to.equal(2);
    expect(readFileSync(join(folder, 'stack.yaml'), 'utf8')).to.equal(template);
  });
});
