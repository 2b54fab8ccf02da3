/** What people are told while a part is down: what it means for them, what goes on, and what waits. */

import type { Dependency } from '@/temporal/contract/system-status'

/**
 * `server`: the browser hears nothing at all. `stream`: it hears, but no longer of changes. `stores`: neither Temporal
 * nor the database answers, so that what goes on without the one does not.
 */
export type Outage = Dependency | 'server' | 'stream' | 'stores'

interface OutageMessage {
  title: string
  text: string
  /** Said for a moment once it is over. */
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

/** The troubles worth telling, the worst first: one that explains another hides it. */
export const getOutages = (
  down: Partial<Record<Dependency, string>>,
  { isServerLost, isStreamLost }: { isServerLost: boolean; isStreamLost: boolean },
): Outage[] => {
  if (isServerLost) return ['server']
  if (down.temporal && down.database) return ['stores']
  const parts = (['temporal', 'worker', 'database'] as const).filter((part) => down[part])
  // Postgres tells the listener: without the one there is not the other.
  if (down.database) return parts
  if (down.listener) return [...parts, 'listener']
  return isStreamLost ? [...parts, 'stream'] : parts
}
