/** The few things that deploying asks of S3 in one account and region. All methods throw Fault as CloudFormation does. */
export interface Storage {
  /** The bucket that carries the tag `jiml:templates` = `true` in this region; undefined where there is none. */
  findTemplateBucket(): Promise<string | undefined>;
  /** Makes one: private, encrypted, objects of `templates/` expire after 30 days, tagged so that it is found again. */
  createTemplateBucket(name: string): Promise<void>;
  /** Puts an object there unless it is there. Gives the address that CloudFormation reads it from. */
  put(bucket: string, key: string, body: string | Uint8Array): Promise<string>;
  /** How much is in a bucket, versions and delete markers too; counting stops at `most`. */
  count(bucket: string, most: number): Promise<number>;
  /** Deletes everything in a bucket, versions and delete markers too. Gives how many there were. */
  empty(bucket: string, progress: (deleted: number) => void): Promise<number>;
}
