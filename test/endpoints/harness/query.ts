import { type Endpoint, region } from './endpoint.js';

const versions = { cloudformation: '2010-05-15', ec2: '2016-11-15' } as const;

/**
 * Asks a simulator in AWS's query protocol, past jiml and the SDK. They look at whom a request is signed for, not at
 * the signature.
 *
 * @returns The answer's XML, also where it is an error.
 */
export async function query(
  { url }: Endpoint,
  service: keyof typeof versions,
  action: string,
  input: Readonly<Record<string, string>> = {},
): Promise<string> {
  const credential = `test/20261101/${region}/${service}/aws4_request`;
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ Action: action, Version: versions[service], ...input }),
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host;x-amz-date, Signature=0`,
      'x-amz-date': '20261101T000000Z',
    },
  });
  return await response.text();
}

/** The texts of all elements of a name, in order. */
export function textsOf(xml: string, element: string): readonly string[] {
  const found = [...xml.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))];
  return found.map((match) => unescaped(String(match[1])));
}

function unescaped(text: string): string {
  const plain = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
  return plain.replaceAll('&amp;', '&');
}
