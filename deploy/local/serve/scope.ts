import type { Request } from './http.js';

/** What a signature is good for. */
export interface Scope {
  readonly region: string;
  /** `cloudformation`, `s3`. */
  readonly service: string;
}

/**
 * The scope of a request's credentials (AWS General Reference, "Signature Version 4"), which is in a header or, where
 * an address is signed, in it; undefined where there is none. The signature is not checked: there are no secrets here.
 */
export function scopeOf({ headers, query }: Request): Scope | undefined {
  const header = /\bCredential=([^,\s]+)/.exec(headers.authorization ?? '')?.[1];
  const credential = header ?? query.get('X-Amz-Credential') ?? '';
  const [, region, service] =
    /\/\d{8}\/([a-z]{2,6}(?:-[a-z]{2,12}){1,3}-\d{1,2})\/([a-z0-9-]+)\/aws4_request$/.exec(credential) ?? [];
  return region === undefined || service === undefined ? undefined : { region, service };
}
