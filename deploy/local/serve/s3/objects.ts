/** A bucket of the simulated S3. */
export interface StoredBucket {
  readonly name: string;
  readonly region: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly tags: ReadonlyMap<string, string>;
}

/** What is known of an object without reading it. */
export interface StoredObject {
  readonly key: string;
  /** In bytes. */
  readonly size: number;
  /** When it was put there, milliseconds since 1970. */
  readonly at: number;
  /** The MD5 of its content, in hexadecimal. */
  readonly md5: string;
}

/**
 * The buckets of the simulated account, in all regions, and their objects, without versions. What is served keeps to
 * S3's rules (names, existence, emptiness) before it calls; a method called for a bucket that is not there does nothing.
 */
export interface Objects {
  /** By name. */
  buckets(): Promise<readonly StoredBucket[]>;
  create(name: string, region: string): Promise<void>;
  /** Deletes a bucket that is empty. */
  remove(name: string): Promise<void>;
  /** Replaces all tags. */
  tag(name: string, tags: ReadonlyMap<string, string>): Promise<void>;
  /** By key, in the order of UTF-16 code units. */
  list(bucket: string): Promise<readonly StoredObject[]>;
  /** Undefined where it is not there. */
  get(bucket: string, key: string): Promise<{ readonly object: StoredObject; readonly body: Uint8Array } | undefined>;
  put(bucket: string, key: string, body: Uint8Array): Promise<StoredObject>;
  delete(bucket: string, key: string): Promise<void>;
}
