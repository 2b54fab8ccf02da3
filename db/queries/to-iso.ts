/** Converts Postgres' `2026-01-31 10:00:00+00` to ISO 8601 in UTC. */
export const toIso = (timestamp: string): string => new Date(timestamp).toISOString()
