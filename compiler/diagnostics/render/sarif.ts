import type { Span } from '../../source/place.js';
import type { CatalogueEntry } from '../catalogue/entry.js';
import { type Code, catalogue } from '../catalogue.js';
import type { Diagnostic, Related } from '../diagnostic.js';

/** What a SARIF log says about the program that wrote it. */
export interface Tool {
  readonly version: string;
  /** Where the documentation is published, an absolute URI; without one, links are relative to the package. */
  readonly home?: string;
}

/** Where the schema of the form is. */
export const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** One run in OASIS' "Static Analysis Results Interchange Format" 2.1.0, as code scanning services take it. */
export function sarif(diagnostics: readonly Diagnostic[], tool: Tool): string {
  const codes = Object.keys(catalogue).sort() as Code[];
  const indices = new Map(codes.map((code, index) => [code, index]));
  const run = {
    tool: { driver: { name: 'jiml', version: tool.version, rules: codes.map((code) => rule(code, tool)) } },
    columnKind: 'utf16CodeUnits',
    results: diagnostics.map((diagnostic) => result(diagnostic, indices)),
  };
  return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
}

function rule(code: Code, { home }: Tool) {
  const docs = `docs/diagnostics.md#${code}`;
  return {
    id: code,
    helpUri: home === undefined ? docs : `${home.replace(/\/$/, '')}/${docs}`,
    help: { text: `Run "jiml explain ${code}".` },
    defaultConfiguration: { level: (catalogue[code] as CatalogueEntry<never>).severity },
  };
}

function result(diagnostic: Diagnostic, indices: ReadonlyMap<Code, number>) {
  const { code, severity, message, hint, related } = diagnostic;
  return {
    ruleId: code,
    ruleIndex: indices.get(code),
    level: severity,
    message: { text: hint === undefined ? message : `${message}\n${hint}` },
    locations: [location(diagnostic)],
    ...(related.length === 0 ? {} : { relatedLocations: related.map(relatedLocation) }),
  };
}

function relatedLocation(related: Related, id: number) {
  return { id, message: { text: related.message }, ...location(related) };
}

/** A place in a file, as SARIF says it. */
export function location({ file, span }: { readonly file: string; readonly span: Span }) {
  return { physicalLocation: { artifactLocation: { uri: uri(file) }, region: region(span) } };
}

/** Relative to the folder that jiml was started in, as its messages are. */
export function uri(file: string): string {
  const path = file === '-' ? 'stdin' : file.replaceAll('\\', '/');
  const escaped = path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return path.startsWith('/') ? `file://${escaped}` : escaped;
}

function region({ start, end }: Span) {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: start.offset,
    charLength: end.offset - start.offset,
  };
}
