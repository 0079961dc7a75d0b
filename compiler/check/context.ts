import type { Report } from '../diagnostics/diagnostic.js';
import type { Specifications } from '../specification/read.js';
import type { Include } from '../text/reading.js';
import type { Types } from '../types/load.js';
import type { Schema } from '../types/schema.js';

/** What `check` needs beside the documents. */
export interface CheckContext {
  readonly report: Report;
  readonly types: Types;
  readonly specifications: Specifications;
  readonly include: Include;
  /** schemas/blueprint.schema.json. */
  readonly schema: Schema;
}
