/** What came back over HTTP is nothing that AWS sends. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  constructor(
    /** The status of the HTTP answer. */
    readonly status: number,
    readonly form: 'page' | 'cut' | 'empty' | 'long' | 'other',
  ) {
    super(`no answer: ${form}`);
  }
}

/** How a service answers: with one XML document always (CloudFormation), or with none where there is nothing to say (S3). */
export type Manner = 'document' | 'maybe';

const LONGEST = 64 * 1024 * 1024;

/** What a middleware of the SDK sees of an answer. */
interface Response {
  readonly statusCode: number;
  body: AsyncIterable<Uint8Array> | Uint8Array | undefined;
}

interface Stack {
  add(
    middleware: (next: (args: never) => Promise<object>) => (args: never) => Promise<object>,
    options: { readonly step: 'deserialize'; readonly priority: 'low'; readonly name: string },
  ): void;
}

/**
 * Looks at each answer before the SDK does, which takes a proxy's page with status 200 for an answer that says nothing,
 * and one that ends too early for one that says less.
 */
export function watchAnswers(stack: object, manner: Manner): void {
  (stack as Stack).add(
    (next) => async (args) => {
      const result = (await next(args)) as { readonly response: Response };
      const { response } = result;
      const bytes = await collect(response);
      verify(response.statusCode, bytes, manner);
      response.body = bytes;
      return result;
    },
    { step: 'deserialize', priority: 'low', name: 'jimlAnswers' },
  );
}

async function collect({ statusCode, body }: Response): Promise<Uint8Array> {
  if (body === undefined || body instanceof Uint8Array) return body ?? new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > LONGEST) throw new NoAnswer(statusCode, 'long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** @throws NoAnswer */
function verify(status: number, bytes: Uint8Array, manner: Manner): void {
  const text = Buffer.from(bytes).toString('utf8').trim();
  if (text === '') {
    if (manner === 'maybe') return;
    throw new NoAnswer(status, 'empty');
  }
  const root = /^(?:\uFEFF?<\?xml[^>]*\?>)?\s*<([\w:.-]+)/.exec(text)?.[1];
  if (root === undefined) throw new NoAnswer(status, /^\s*<!doctype html/i.test(text) ? 'page' : 'other');
  if (/^html$/i.test(root)) throw new NoAnswer(status, 'page');
  if (manner === 'document' && !/(?:Response|Error)$/.test(root)) throw new NoAnswer(status, 'other');
  if (!text.endsWith(`</${root}>`) && !/^[^<]*(?:<\?xml[^>]*\?>)?\s*<[^<>]*\/>$/.test(text)) {
    throw new NoAnswer(status, 'cut');
  }
}
