import type { Report } from '../diagnostics/diagnostic.js';
import type { Place } from '../source/place.js';
import type { Logical } from '../template/logical.js';
import { isMap, type Value } from '../template/value.js';
import lints from './lints.json' with { type: 'json' };
import { type Site, wordAt } from './site.js';

const { constants: data } = lints;
const region = new RegExp(`(?<=^|[.:])${data.region}(?=$|[.:])`);
const zone = new RegExp(`^${data.region}[a-z]$`);
const arn = new RegExp(data.arn.replace('REGION', data.region));
const image = new RegExp(data.image);
const imageId = new RegExp(data.imageId);
const chosen = new RegExp(data.chosen);
const ACCOUNT = /^\d{12}$/;

/** Nobody writes a longer name; scripts are not looked into. In UTF-16 code units. */
const LONGEST = 1000;
/** More places than this are only counted. */
const SHOWN = 5;

type Kind = 'hard-coded-account' | 'hard-coded-region' | 'hard-coded-zone' | 'hard-coded-image' | 'malformed-image';

interface Constant {
  readonly kind: Kind;
  readonly word: string;
}

const HINTS: Readonly<Record<Kind, string>> = {
  'hard-coded-account': 'For the account of the stack write AWS::AccountId, for another one make it a parameter.',
  'hard-coded-region': 'For the region of the stack write AWS::Region, for another one make it a parameter.',
  'hard-coded-zone': 'Choose from Fn::GetAZs, or make it a parameter.',
  'hard-coded-image': 'Make it a parameter that looks the newest one up, or a mapping from region to image.',
  'malformed-image': 'An image is "ami-" and 8 or 17 of the characters 0-9 and a-f.',
};

/** Collects what ties a blueprint to one account or region, to say each once however often it stands there. */
export class Constants {
  private readonly found = new Map<string, Constant & { readonly places: Place[] }>();

  /** Looks into the mappings, which are the right place for images, for those that cannot exist. */
  constructor({ sections }: Logical) {
    for (const { value, place } of sections.mappings.values()) this.visitMapping(value, place);
  }

  visit(value: Value, site: Site): void {
    if (typeof value !== 'string' || value.length > LONGEST || site.resource.configPlace === undefined) return;
    const constant = constantIn(value, site);
    if (constant !== undefined) this.add(constant, site.place);
  }

  report(report: Report): void {
    for (const { kind, word, places } of this.found.values()) {
      const [first, ...others] = places as [Place, ...Place[]];
      const related = others.slice(0, SHOWN).map((place) => ({ place, ...wordAt(place, word), message: 'And here.' }));
      report(kind, first, { word, count: places.length }, { ...wordAt(first, word), hint: HINTS[kind], related });
    }
  }

  private visitMapping(value: Value, place: Place): void {
    if (typeof value === 'string' && isMalformed(value)) this.add({ kind: 'malformed-image', word: value }, place);
    if (isMap(value)) for (const [key, item] of Object.entries(value)) this.visitMapping(item, place.at(key));
  }

  private add(constant: Constant, place: Place): void {
    const key = `${constant.kind} ${constant.word}`;
    const known = this.found.get(key);
    if (known === undefined) this.found.set(key, { ...constant, places: [place] });
    else known.places.push(place);
  }
}

function constantIn(text: string, site: Site): Constant | undefined {
  if (text.includes('\n') || site.names[0] !== 'Properties') return undefined;
  if (image.test(text)) return { kind: isMalformed(text) ? 'malformed-image' : 'hard-coded-image', word: text };
  if (zone.test(text)) return { kind: 'hard-coded-zone', word: text };
  const account = accountIn(text, site);
  if (account !== undefined) return { kind: 'hard-coded-account', word: account };
  const name = region.exec(text)?.[0];
  if (name === undefined || text.includes('/') || isChosen(text, name, site)) return undefined;
  return { kind: 'hard-coded-region', word: name };
}

function isMalformed(text: string): boolean {
  return image.test(text) && !imageId.test(text);
}

/** The account of an ARN, or a whole text that is one where accounts are given. */
function accountIn(text: string, site: Site): string | undefined {
  if (ACCOUNT.test(text)) return site.names.at(-1)?.includes(data.accounts) === true ? text : undefined;
  return arn.exec(text)?.groups?.account;
}

/** Where a region is asked for, naming one is a choice, as it is in the condition of a policy. */
function isChosen(text: string, name: string, { names }: Site): boolean {
  return text === name && names.some((key) => chosen.test(key));
}
