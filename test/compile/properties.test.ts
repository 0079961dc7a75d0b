import { tmpdir } from 'node:os';
import { expect } from 'chai';
import fc from 'fast-check';
import { type Compilation, compile } from '../../compiler/compile.js';
import { type Json, mutated, realBlueprints, shuffled, yamlish } from './generators.js';
import { toPlain } from './plain.js';

/** Compiles one text as it is called `x.yaml`. */
function compiled(text: string, folder = tmpdir()): Compilation {
  return compile([{ file: 'x.yaml', text }], {}, folder);
}

/** What holds of any text: a template or an error, and all that is said is about some place of a text. */
function holds(text: string, folder?: string): void {
  const { diagnostics, failed, text: json, sources } = compiled(text, folder);
  expect(json === undefined).to.equal(failed);
  expect(diagnostics.some(({ severity }) => severity === 'error')).to.equal(failed);
  for (const { file, code, span, related, message } of diagnostics) {
    for (const place of [{ file, span }, ...related]) {
      const length = sources.get(place.file)?.length ?? -1;
      const { start, end } = place.span;
      expect(
        0 <= start.offset && start.offset <= end.offset && end.offset <= length,
        `${code} ${JSON.stringify(place)}`,
      ).to.equal(true);
      expect(start.line >= 1 && start.column >= 1).to.equal(true);
    }
    expect(message).to.match(/\S.*\.$/su, code);
  }
}

describe('any text gives a template or an error', () => {
  it('random characters', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(text, (some) => holds(some)),
      { numRuns: 500 },
    );
  });

  it('pieces of YAML', () => {
    fc.assert(
      fc.property(yamlish(), (text) => holds(text)),
      { numRuns: 1500 },
    );
  });

  it('pieces of resources', () => {
    const rest = yamlish().map(
      (text) => `resources:\n  - type: AWS::SQS::Queue\n    id: A\n    config:\n      P: ${text}`,
    );
    fc.assert(
      fc.property(rest, (text) => holds(text)),
      { numRuns: 1000 },
    );
  });

  const real = realBlueprints();

  it('real blueprints as they are', () => {
    expect(real.length).to.be.greaterThan(20);
    for (const { text, folder } of real) holds(text, folder);
  });

  it('real blueprints with changes', () => {
    const changed = fc
      .constantFrom(...real)
      .chain(({ text, folder }) => mutated(text).map((mutant) => ({ text: mutant, folder })));
    fc.assert(
      fc.property(changed, ({ text, folder }) => holds(text, folder)),
      { numRuns: 1500 },
    );
  }).timeout(120_000);
});

describe('the same blueprint', () => {
  const good = realBlueprints().flatMap(({ text, folder }) => {
    const { document, text: json } = compiled(text, folder);
    return json === undefined ? [] : [{ plain: toPlain(document?.[0]?.root), json, folder }];
  });

  it('in JSON gives the same bytes', () => {
    expect(good.length).to.be.greaterThan(20);
    for (const { plain, json, folder } of good) {
      expect(compiled(JSON.stringify(plain), folder).text).to.equal(json);
    }
  });

  it('with keys and resources in another order gives the same bytes', () => {
    const sample = fc.record({
      from: fc.constantFrom(...good),
      seeds: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
    });
    fc.assert(
      fc.property(sample, ({ from, seeds }) => {
        const random = () => seeds.next().value as number;
        const other = JSON.stringify(shuffled(from.plain as Json, random));
        expect(compiled(other, from.folder).text).to.equal(from.json);
      }),
      { numRuns: 150 },
    );
  }).timeout(60_000);
});

describe('a random graph of resources', () => {
  const graph = fc.integer({ min: 1, max: 12 }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      edges: fc.array(
        fc.record({
          from: fc.nat(size - 1),
          to: fc.nat(size - 1),
          how: fc.constantFrom('$R', '${{ R.Arn }}', '!Ref', 'waitFor'),
        }),
        { maxLength: 2 * size },
      ),
    }),
  );

  it('comes out with everything after what it needs, or with a cycle that is one', () => {
    fc.assert(
      fc.property(graph, ({ size, edges }) => {
        const needs = new Set(edges.map(({ from, to }) => `R${from} R${to}`));
        const resources = Array.from({ length: size }, (_, id) => {
          const own = edges.filter(({ from }) => from === id);
          const config = own
            .filter(({ how }) => how !== 'waitFor')
            .map(({ to, how }, index) => [`P${index}`, value(how, `R${to}`)]);
          const waitFor = own.filter(({ how }) => how === 'waitFor').map(({ to }) => `R${to}`);
          return {
            type: 'Our::X::Y',
            id: `R${id}`,
            config: Object.fromEntries(config),
            ...(waitFor.length > 0 && { waitFor }),
          };
        });
        const { diagnostics, text } = compiled(JSON.stringify({ resources }));
        const cycles = diagnostics.filter(({ code }) => code === 'dependency-cycle');
        expect(cycles.length > 0).to.equal(text === undefined);
        if (text === undefined) for (const { message, related } of cycles) expectCycle(message, related.length, needs);
        else expectOrder(Object.keys(JSON.parse(text).Resources), needs, size);
      }),
      { numRuns: 300 },
    );
  });

  function value(how: string, id: string): Json {
    if (how === '!Ref') return { Ref: id };
    return how.replace('R', id);
  }

  function expectOrder(ids: readonly string[], needs: ReadonlySet<string>, size: number): void {
    expect(ids).to.have.length(size);
    for (const need of needs) {
      const [from = '', to = ''] = need.split(' ');
      expect(ids.indexOf(from), need).to.be.greaterThan(ids.indexOf(to));
    }
  }

  /** Each that is named can be reached from itself by way of the others. */
  function expectCycle(message: string, steps: number, needs: ReadonlySet<string>): void {
    const ids = [...message.matchAll(/"(R\d+)"/g)].map(([, id]) => id as string);
    expect(ids.length).to.be.greaterThan(0);
    expect(steps).to.be.greaterThan(ids.length > 1 ? 0 : -1);
    for (const id of ids) expect(reaches(id, id, needs), `${id} in ${message}`).to.equal(true);
  }

  function reaches(from: string, to: string, needs: ReadonlySet<string>): boolean {
    const seen = new Set<string>();
    const open = [from];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const need of needs) {
        const [one, other = ''] = need.split(' ');
        if (one !== at || seen.has(other)) continue;
        if (other === to) return true;
        seen.add(other);
        open.push(other);
      }
    }
    return false;
  }
});
