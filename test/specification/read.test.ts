import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { typePath } from '../../compiler/specification/file.js';
import { describable, Specifications, TYPES } from '../../compiler/specification/read.js';
import type { ObjectSpecification, ValueType } from '../../compiler/specification/specification.js';

describe('reading what is known about types', () => {
  const specifications = new Specifications();

  it('names about as many types as AWS has, sorted, and has a file for each', () => {
    const names = specifications.typeNames();
    expect(names.length).to.be.greaterThan(1800);
    expect([...names].sort()).to.deep.equal(names);
    for (const name of names) expect(specifications.typeSpecification(name)?.name).to.equal(name);
  });

  it('makes a type once', () => {
    const first = specifications.typeSpecification('AWS::SQS::Queue');
    expect(specifications.typeSpecification('AWS::SQS::Queue')).to.equal(first);
  });

  it('keeps a type in one small file', () => {
    const sizes = specifications.typeNames().map((name) => statSync(join(TYPES, ...(typePath(name) ?? []))).size);
    sizes.sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).to.be.lessThan(2_000);
    expect(sizes[Math.floor(sizes.length * 0.99)]).to.be.lessThan(20_000);
    expect(sizes.at(-1)).to.be.lessThan(200_000);
  });

  it('defines every object that it speaks of', () => {
    let objects = 0;
    for (const name of specifications.typeNames()) {
      const spec = specifications.typeSpecification(name);
      if (spec === undefined) throw new Error(name);
      const seen = new Set<string>();
      const look = (type: ValueType | undefined): void => {
        if (type?.kind === 'list') look(type.item);
        else if (type?.kind === 'map') look(type.value);
        else if (type?.kind === 'union') type.types.forEach(look);
        else if (type?.kind === 'object' && !seen.has(type.name)) {
          seen.add(type.name);
          walk(spec.definition(type.name));
        }
      };
      const walk = (object: ObjectSpecification) => {
        for (const key of object.names) look(object.property(key)?.type);
      };
      walk(spec.properties);
      for (const key of spec.attributes) look(spec.attribute(key));
      for (const which of ['CreationPolicy', 'UpdatePolicy'] as const) {
        const policy = spec.policy(which);
        if (policy !== undefined) walk(policy);
      }
      objects += seen.size;
    }
    expect(objects).to.be.greaterThan(9_000);
  });

  for (const name of [
    'AWS::SQS::Queues',
    'aws::sqs::queue',
    'AWS::SQS::queue',
    'AWS::SQS',
    'AWS::SQS::Queue::Extra',
    'AWS::..::names',
    '../../package',
    'AWS::SQS::Queue\0',
    'Custom::Thing',
    '__proto__',
    '',
    `AWS::SQS::${'Q'.repeat(10_000)}`,
  ]) {
    it(`does not know ${JSON.stringify(name.slice(0, 30))}`, () => {
      expect(specifications.typeSpecification(name)).to.equal(undefined);
    });
  }

  it('does not take a property for known because all objects have it', () => {
    const spec = specifications.typeSpecification('AWS::SQS::Queue');
    for (const key of ['__proto__', 'constructor', 'toString']) {
      expect(spec?.properties.property(key)).to.equal(undefined);
      expect(spec?.attribute(key)).to.equal(undefined);
      expect(() => spec?.definition(key)).to.throw('has no definition');
    }
  });

  it('says that the installation is broken where there are no names, and that a file is where it is', () => {
    const folder = mkdtempSync(join(tmpdir(), 'types-'));
    const broken = new Specifications(folder);
    expect(() => broken.typeNames()).to.throw('install jiml again');
    writeFileSync(join(folder, 'AWS'), '');
    expect(() => broken.typeSpecification('AWS::SQS::Queue')).to.throw('ENOTDIR');
  });

  it('can tell what it should know from what others made', () => {
    for (const name of ['AWS::SQS::Queue', 'AWS::New::Thing', 'Alexa::ASK::Skill']) {
      expect(describable(name), name).to.equal(true);
    }
    for (const name of ['Custom::Thing', 'Org::Service::Thing', 'AWS::S3::Bucket::MODULE', 'queue']) {
      expect(describable(name), name).to.equal(false);
    }
  });
});
