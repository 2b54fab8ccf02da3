/** Messages of outages: what they mean, what still works, and what waits. */

import type { Dependency } from '@/temporal/contract/system-status'

/**
 * `server`: no response at all. `stream`: responses, but no events. `stores`: neither Temporal nor the
 * database responds, so that neither can replace the other.
 */
export type Outage = Dependency | 'server' | 'stream' | 'stores'

interface OutageMessage {
  title: string
  text: string
  /** Shown for a moment after it has ended. */
  ended: string
}

export const OUTAGE_MESSAGES = {
  server: {
    title: 'The server cannot be reached',
    text: 'You see what was read before. Nothing you type is lost; we keep trying.',
    ended: 'The server is back',
  },
  stores: {
    title: 'Temporal and the database do not answer',
    text: 'You see what was read before; nothing else can be read, and nothing is taken until one of them answers again. What you typed stays.',
    ended: 'Temporal and the database are no longer both away',
  },
  temporal: {
    title: 'Temporal does not answer',
    text: 'Lists and the last stored state of every case can be read. Decisions, claims, comments and new orders are refused until it answers again: what you typed stays, so press again then.',
    ended: 'Temporal answers again',
  },
  worker: {
    title: 'No worker is running',
    text: 'Lists and the last stored state of every case can be read. A decision is taken and carried out once, as soon as a worker is back; until then it is shown as sent.',
    ended: 'A worker is running again',
  },
  database: {
    title: 'The database does not answer',
    text: 'Cases, decisions, claims and comments go on. Lists come straight from Temporal: newest first, without sorting, pages back and counts. Sign-in, reports and changes of people and groups wait.',
    ended: 'The database answers again',
  },
  listener: {
    title: 'Live updates are interrupted',
    text: 'Everything works; this page asks for news every few seconds instead of being told.',
    ended: 'Updates are live again',
  },
  stream: {
    title: 'Live updates are interrupted',
    text: 'Everything works; this page asks for news every few seconds instead of being told.',
    ended: 'Updates are live again',
  },
} as const satisfies Record<Outage, OutageMessage>

/** The outages to show, the worst first. One that explains another hides it. */
export const getOutages = (
  down: Partial<Record<Dependency, string>>,
  { isServerLost, isStreamLost }: { isServerLost: boolean; isStreamLost: boolean },
): Outage[] => {
  if (isServerLost) return ['server']
  if (down.temporal && down.database) return ['stores']
  const parts = (['temporal', 'worker', 'database'] as const).filter((part) => down[part])
  // The listener depends on Postgres: its outage follows from that of the database.
  if (down.database) return parts
  if (down.listener) return [...parts, 'listener']
  return isStreamLost ? [...parts, 'stream'] : parts
}
