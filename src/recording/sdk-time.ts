/**
 * The text that the SDK gives a node as `create_time`: UTC with microseconds, which here end in three zeros, and with no
 * fraction at all on a whole second. Source: Python's `datetime.isoformat`.
 */
export function sdkTime(date: Date): string {
  const [second, milliseconds] = date.toISOString().slice(0, -1).split('.');
  return milliseconds === '000' ? `${second}Z` : `${second}.${milliseconds}000Z`;
}
