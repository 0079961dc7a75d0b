import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { compile } from '../../compiler/compile.js';
import { parse } from '../../compiler/source/parse.js';
import { type Json, realBlueprints } from './generators.js';
import { toPlain } from './plain.js';

const SCHEMAS = join(import.meta.dirname, '..', '..', '..', 'schemas');

type Map = { [key: string]: Json };

/** Types that others find by themselves, so that a wrapped one is another. */
const SHARED = new Set(['network']);

/** A component that hands all of its config to a type, and offers all that the type offers. */
function wrap(type: string, folder: string): void {
  const schema = JSON.parse(readFileSync(join(SCHEMAS, type, 'schema.json'), 'utf8'));
  const template = parse('template.yaml', readFileSync(join(SCHEMAS, type, 'template.yaml'), 'utf8'), () => {});
  const names = (map: object) => Object.keys(map).filter((name) => schema.properties[name]?.aliasOf === undefined);
  const keys = names(schema.properties);
  const attributes = Object.keys((toPlain(template.root) as Map).attributes ?? {});
  const own = join(folder, 'components', `own-${type}`);
  mkdirSync(own, { recursive: true });
  writeFileSync(
    join(own, 'schema.json'),
    JSON.stringify({
      type: 'object',
      properties: Object.fromEntries(Object.keys(schema.properties).map((key) => [key, known(schema.properties[key])])),
    }),
  );
  const self = { type, config: Object.fromEntries(keys.map((key) => [key, `$${key}`])) };
  const offered = Object.fromEntries(attributes.map((name) => [name, `$self.${name}`]));
  writeFileSync(join(own, 'template.yaml'), JSON.stringify({ resources: { self }, attributes: offered }));
}

/** The formats of what is a file, which is read where it is written. */
const FILES = new Set(['script', 'asset', 'code']);

interface Key {
  readonly aliasOf?: string;
  readonly format?: string;
  readonly additionalProperties?: boolean | Key;
}

/** The wrapper knows no more about a key than that it is there, which files it takes, and which other name it has. */
function known({ aliasOf, format = '', additionalProperties: inner }: Key): object {
  return {
    ...(aliasOf !== undefined && { aliasOf }),
    ...(FILES.has(format) && { format }),
    ...(typeof inner === 'object' && { additionalProperties: known(inner) }),
  };
}

function compiled(blueprint: Json, folder: string, components: string): string | undefined {
  return compile([{ file: 'x.json', text: JSON.stringify(blueprint) }], { components: [components] }, folder).text;
}

describe('a component that only wraps a type', () => {
  for (const { name, text, folder } of realBlueprints()) {
    const blueprint = toPlain(parse(name, text, () => {}).root) as Map;
    const resources: readonly Map[] = (blueprint.resources as readonly Map[]).map((resource, index) => ({
      id: `Id${index}`,
      ...resource,
    }));
    const types = new Set(resources.map(({ type }) => String(resource(type) ?? '')));
    for (const type of types) {
      if (type === '' || SHARED.has(type)) continue;
      it(`gives ${name} the same template with its own ${type}`, () => {
        const own = mkdtempSync(join(tmpdir(), 'jiml-'));
        try {
          wrap(type, own);
          const components = join(own, 'components');
          const expected = compiled({ ...blueprint, resources }, folder, components);
          const wrapped = resources.map((one) => (one.type === type ? { ...one, type: `own-${type}` } : one));
          expect(expected).to.be.a('string');
          expect(compiled({ ...blueprint, resources: wrapped }, folder, components)).to.equal(expected);
        } finally {
          rmSync(own, { recursive: true });
        }
      });
    }
  }

  /** A built-in type; aliases and the project's components are not wrapped. */
  function resource(type: Json | undefined): string | undefined {
    const built = ['server', 'loadbalancer', 'database', 'bucket', 'cdn', 'dns', 'firewall', 'subnet'];
    return built.includes(String(type)) ? String(type) : undefined;
  }
});
