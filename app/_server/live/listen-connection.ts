/** A Postgres connection that listens, and detects by itself when notifications no longer arrive. */

import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { CASE_CHANNEL } from '@/db/case-notification'
import { withTimeout } from '../platform/resilience/timeout'

export interface ListenConnection {
  /** Resolves when the connection is lost. */
  readonly lost: Promise<void>
  /** Closes the connection; resolves after one second at the latest. */
  close(): Promise<void>
}

export interface NotificationHandlers {
  /** Called with the payload of each case notification. */
  onNotification(payload: string): void
  /** Called after each successful probe, with the clock of Postgres in milliseconds since 1970. */
  onProbe(nowMs: number): void
}

const CONNECT_TIMEOUT_MS = 3_000
const CLOSE_TIMEOUT_MS = 1_000
const PROBE_EVERY_MS = 5_000
const PROBE_TIMEOUT_MS = 3_000

/** Sends a notification to itself and waits for it. Notifications committed earlier have arrived by then. */
const createProbe = (client: Client, channel: string) => {
  let onEcho: (() => void) | undefined
  client.on('notification', (message) => {
    if (message.channel === channel) onEcho?.()
  })
  return async (): Promise<number> => {
    const echo = new Promise<void>((resolve) => {
      onEcho = resolve
    })
    const sent = client.query<{ now_ms: number }>(
      'select pg_notify($1, $2), (extract(epoch from now()) * 1000)::float8 as now_ms',
      [channel, ''],
    )
    const [{ rows }] = await withTimeout(Promise.all([sent, echo]), PROBE_TIMEOUT_MS)
    return rows[0]?.now_ms ?? 0
  }
}

/** Resolves when the connection breaks, a probe fails, or `signal` aborts. */
const whenLost = (client: Client, probe: () => Promise<void>, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const lost = (): void => {
      clearTimeout(timer)
      resolve()
    }
    const probeLater = (): void => {
      timer = setTimeout(() => probe().then(probeLater, lost), PROBE_EVERY_MS)
      timer.unref()
    }
    client.on('error', lost)
    client.on('end', lost)
    signal.addEventListener('abort', lost, { once: true })
    if (signal.aborted) lost()
    else probeLater()
  })

/**
 * Connects, listens, and verifies that notifications arrive.
 * @throws Error when Postgres is unavailable or notifications do not arrive
 */
export const openListenConnection = async (
  databaseUrl: string,
  handlers: NotificationHandlers,
  signal: AbortSignal,
): Promise<ListenConnection> => {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: 'action-center-listener',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  })
  const probeChannel = `probe_${randomBytes(8).toString('hex')}`
  const probe = createProbe(client, probeChannel)
  const verify = async (): Promise<void> => handlers.onProbe(await probe())
  const close = (): Promise<void> => withTimeout(client.end(), CLOSE_TIMEOUT_MS).catch(() => undefined)
  // Without a handler the error would be thrown; `lost` reports it.
  client.on('error', () => undefined)
  client.on('notification', ({ channel, payload = '' }) => {
    if (channel === CASE_CHANNEL) handlers.onNotification(payload)
  })
  try {
    await client.connect()
    await withTimeout(client.query(`listen ${CASE_CHANNEL}; listen ${probeChannel}`), CONNECT_TIMEOUT_MS)
    await probe()
    return { lost: whenLost(client, verify, signal), close }
  } catch (error) {
    void close()
    throw error
  }
}
