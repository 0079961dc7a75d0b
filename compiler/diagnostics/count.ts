/** A whole number as messages write it, with a comma after each three digits. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
