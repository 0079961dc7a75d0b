/** How the names of buckets for templates begin. */
export const PREFIX = 'jiml-';

/** What a bucket for templates is found by. */
export const TAG = { Key: 'jiml:templates', Value: 'true' };
