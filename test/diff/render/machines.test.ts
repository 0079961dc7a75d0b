import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { compile } from '../../../compiler/compile.js';
import { github } from '../../../compiler/diff/render/github.js';
import { html } from '../../../compiler/diff/render/html.js';
import { json } from '../../../compiler/diff/render/json.js';
import { sarif } from '../../../compiler/diff/render/sarif.js';
import { comparison, diffOf, everything, hostile, modified, named, where } from './fixtures.js';

const schema = JSON.parse(
  readFileSync(new URL('../../../../schemas/output/diff.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv({ allowUnionTypes: true }).compile(schema);
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region?: { readonly startLine: number };
    };
  }[];
}

const extent = { all: false, full: false };
const tool = { version: '1.2.3' };

describe('the JSON of a difference', () => {
  for (const [name, comparisons] of [
    ['one', [everything]],
    ['several', [everything, everything]],
    ['none', []],
  ] as const) {
    it(`is as its schema says, for ${name}`, () => {
      const value = JSON.parse(json(comparisons));
      expect(validate(value), JSON.stringify(validate.errors)).to.equal(true);
    });
  }

  it('is all of the difference', () => {
    expect(JSON.parse(json([everything]))).to.deep.equal(everything.diff);
    expect(JSON.parse(json([everything, everything])).comparisons[1].after).to.equal('shop.yaml');
  });

  it('has a schema that knows its fields', () => {
    const imported = { ...modified('A', { later: true, drift: 'deleted' }), action: 'import' } as const;
    expect(validate(diffOf({ resources: [imported] })), JSON.stringify(validate.errors)).to.equal(true);
    expect(validate({ ...diffOf({}), more: 1 })).to.equal(false);
    expect(validate(diffOf({ resources: [{ ...modified('A'), action: 'rename' as 'add' }] }))).to.equal(false);
  });
});

describe('the annotations of a difference', () => {
  it('stand at the lines of the blueprint', () => {
    const lines = github([everything]).trimEnd().split('\n');
    expect(lines.slice(0, 3)).to.deep.equal([
      '::error title=data-loss::Old is deleted with its data.',
      '::warning file=shop.yaml,line=40,title=wider-access::Everybody gets in.',
      '::warning title=export-removed::Url goes away.',
    ]);
    expect(lines).to.include(
      '::warning file=shop.yaml,line=14,title=jiml diff%3A Server::Server (AWS::EC2::Instance) is replaced: ImageId, UserData.%0AServer is replaced because ImageId cannot change in place (shop.yaml:14).',
    );
    expect(lines.at(-1)).to.match(/^::notice title=jiml diff::1 to add, /);
  });

  for (const word of hostile) {
    it(`are one line each for ${JSON.stringify(word)}`, () => {
      const lines = github([named(word)])
        .trimEnd()
        .split('\n');
      expect(lines).to.have.lengthOf(4);
      expect(lines.filter((line) => !/^::(?:error|warning|notice) [^:]*::/.test(line))).to.deep.equal([]);
    });
  }
});

describe('the SARIF of a difference', () => {
  it('has the risks as results', () => {
    const { runs } = JSON.parse(sarif([everything], tool));
    const { results, tool: driver } = runs[0];
    const found = results.map((result: Result) => {
      const [{ physicalLocation: at } = { physicalLocation: undefined }] = result.locations;
      const rule = driver.driver.rules[result.ruleIndex].id;
      return [result.ruleId, rule, result.level, [at?.artifactLocation.uri, at?.region?.startLine]];
    });
    expect(found).to.deep.equal([
      ['replacement', 'replacement', 'warning', ['shop.yaml', 14]],
      ['data-loss', 'data-loss', 'error', ['shop.yaml', undefined]],
      ['wider-access', 'wider-access', 'warning', ['shop.yaml', 40]],
      ['export-removed', 'export-removed', 'warning', ['shop.yaml', undefined]],
    ]);
  });
});

describe('the page of a difference', () => {
  const source =
    'resources:\n  - { id: A, type: AWS::SQS::Queue }\n  - { id: B, type: AWS::SQS::Queue }\n  - { id: C, type: AWS::SQS::Queue, dependsOn: A }\n';
  const { written, places } = compile([{ file: 'shop.yaml', text: source }], {}, '.');

  it('draws the graph with what changes in colour', async () => {
    const [a, c] = ['A', 'C'].map((id) => {
      const place = places?.get(id);
      return { ...where(2), path: place?.path ?? [] };
    });
    const resources = [
      modified('A', { replacement: 'true', ...(a && { after: a }) }),
      { ...modified('C', { ...(c && { after: c }) }), action: 'add' as const },
    ];
    const page = await html([{ ...comparison({ resources }), ...(written && { written }) }], extent);
    expect(page).to.match(/<g class="node( critical)? replaced"><title>A \(/);
    expect(page).to.match(/<g class="node( critical)? added"><title>C \(/);
    expect(page).to.match(/<g class="node( critical)?"><title>B \(/);
  });

  it('has what the text has', async () => {
    const page = await html([everything], extent);
    expect(page).to.include('Address is replaced because Server is replaced because ImageId cannot change in place');
    expect(page).to.include('<span class="minus">    - e</span>');
    expect(page).to.include('Data is lost');
  });

  for (const word of hostile) {
    it(`writes ${JSON.stringify(word)} as text`, async () => {
      const page = await html([named(word)], { all: true, full: true });
      const tags = new Set([...page.matchAll(/<\/?([a-z0-9!-]+)/gi)].map(([, tag]) => tag));
      const own =
        '!doctype html head meta title style body h1 h2 h3 h4 p section ul li details summary small pre span'.split(
          ' ',
        );
      expect([...tags].filter((tag) => !own.includes(tag ?? ''))).to.deep.equal([]);
      expect(page).not.to.match(/ on\w+=[^"]*">|\p{Cs}|\p{Bidi_Control}/u);
    });
  }
});
