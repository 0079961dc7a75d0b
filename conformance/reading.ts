import {
  isCollection,
  isScalar,
  type Pair,
  parseDocument,
  Scalar,
  type ScalarTag,
  type Tags,
  visit,
  YAMLMap,
  YAMLSeq,
} from 'yaml';

/**
 * Reads a template without any of the compiler's code: JSON as JSON, YAML by the rules that the `yaml` package has for
 * YAML 1.1, with CloudFormation's tags.
 *
 * @throws Where the text is neither.
 */
export function readText(text: string): unknown {
  const own = text.replace(/^\ufeff/, '');
  if (/^\s*\{/.test(own)) {
    try {
      return JSON.parse(own);
    } catch {
      // It may still be YAML with braces.
    }
  }
  const document = parseDocument(own, {
    version: '1.1',
    customTags,
    uniqueKeys: false,
    merge: true,
    logLevel: 'silent',
  });
  const [error] = document.errors;
  if (error !== undefined) throw error;
  visit(document, {
    Pair(_, { key }) {
      if (isCollection(key)) throw new Error('A key is a list or a map.');
    },
    Node(_, node) {
      const tag = isScalar(node) || isCollection(node) ? node.tag : undefined;
      return tag?.startsWith('!') && tag !== '!' ? longForm(node as Tagged, tag.slice(1)) : undefined;
    },
  });
  return document.toJS({ maxAliasCount: 10_000 });
}

type Tagged = (Scalar | YAMLMap | YAMLSeq) & { anchor?: string };

/** `!Sub x` is `Fn::Sub: x`; `!GetAtt a.b.c` has the list of `a` and `b.c`. */
function longForm(node: Tagged, name: string): YAMLMap {
  const long = name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
  delete node.tag;
  let args: unknown = node;
  if (name === 'GetAtt' && isScalar(node)) {
    const [resource, ...attribute] = String(node.value).split('.');
    args = new YAMLSeq();
    (args as YAMLSeq).items = [resource, attribute.join('.')].map((text) => new Scalar(text));
  }
  const map = new YAMLMap() as YAMLMap & { anchor?: string };
  map.items = [{ key: long, value: args } as Pair];
  if (node.anchor !== undefined) map.anchor = node.anchor;
  delete node.anchor;
  map.set(long, args);
  return map;
}

function scalar(kind: string, test: RegExp, resolve: (text: string) => unknown): ScalarTag {
  return { tag: `tag:yaml.org,2002:${kind}`, test, resolve, default: true };
}

/** What CloudFormation has other than YAML 1.1, or the package other than both. */
const OWN: readonly ScalarTag[] = [
  scalar('bool', /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/, () => true),
  scalar('bool', /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/, () => false),
  scalar('float', /^[-+]?(?:\d[\d_]*\.[\d_]*|\.\d[\d_]*)(?:[eE][-+]\d+)?$/, (text) => {
    const value = Number(text.replaceAll('_', ''));
    // As a number of JSON it would lose its digits behind the point.
    return Number.isInteger(value) ? text : value;
  }),
];

function customTags(tags: Tags): Tags {
  const kept = tags.filter(
    (tag) => typeof tag !== 'string' && !/:(?:bool|float|timestamp|binary|set|omap|pairs)$/.test(tag.tag),
  );
  return [...OWN, ...kept];
}
