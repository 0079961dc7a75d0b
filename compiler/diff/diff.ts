import type { Specifications } from '../specification/read.js';
import { newCapabilities } from './capabilities.js';
import { Forms } from './form.js';
import type { Diff, Side } from './model.js';
import { compareResources } from './resources.js';
import { risksOf } from './risks/risks.js';
import { compareSections } from './sections.js';
import { evaluateStack } from './stack.js';

/**
 * What is different between two templates, and what that means. Templates that say the same have no difference, however
 * they are written. What parameters and conditions come to is known as far as values are given or are there by default.
 */
export function diff(before: Side, after: Side, specifications: Specifications): Diff {
  const forms = new Forms();
  const from = evaluateStack(forms, before, specifications);
  const to = evaluateStack(forms, after, specifications);
  const { changes: resources, same } = compareResources(from, to);
  const sections = compareSections(from, to);
  const capabilities = newCapabilities(from, to);
  return {
    version: 1,
    resources,
    sections: sections.changes,
    risks: risksOf({ from, to, resources, capabilities }),
    capabilities,
    same: [...same, ...sections.same],
  };
}
