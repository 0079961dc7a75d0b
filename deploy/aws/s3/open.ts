import type { Storage } from '../../api/storage.js';
import type { AwsOptions } from '../connect.js';

export async function openS3(_options: AwsOptions & { readonly region: string }): Promise<Storage> {
  throw new Error('later');
}
