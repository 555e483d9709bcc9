/** Milliseconds of 0000-01-01T00:00:00.000Z and 9999-12-31T23:59:59.999Z: what RFC 3339, with its four-digit years, can write. */
const FIRST_MS = -62_167_219_200_000;
const LAST_MS = 253_402_300_799_999;

/** Whether RFC 3339 can write the instant. */
export function isWritable(timeMs: number | bigint): boolean {
  return timeMs >= FIRST_MS && timeMs <= LAST_MS;
}

/** The instant of a node's time, which a page cannot do without: out of range it is the nearest that can be written. */
export function toInstant(timeMs: number): Date {
  return new Date(Math.min(Math.max(timeMs, FIRST_MS), LAST_MS));
}

/** The instant of an event's time, which is the writer's to set; undefined for none and for one that cannot be written. */
export function toWritableInstant(timeMs: bigint | undefined): Date | undefined {
  return timeMs !== undefined && isWritable(timeMs) ? new Date(Number(timeMs)) : undefined;
}
