import type { Severity } from '../severity.js';

/** One code of the catalogue. */
export interface CatalogueEntry<A> {
  readonly severity: Severity;
  readonly sentence: (args: A) => string;
}

export function error<A>(sentence: (args: A) => string): CatalogueEntry<A> {
  return { severity: 'error', sentence };
}

export function warning<A>(sentence: (args: A) => string): CatalogueEntry<A> {
  return { severity: 'warning', sentence };
}

export function note<A>(sentence: (args: A) => string): CatalogueEntry<A> {
  return { severity: 'note', sentence };
}
