/** Whether a default says what it is, rather than how it comes about (`$zones.0`, `${{ id }} group`). */
export function isLiteral(value: unknown): boolean {
  return value !== undefined && !/"\$|\$\{\{/.test(JSON.stringify(value));
}
