/** A Postgres connection that listens, and notices by itself when it no longer hears. */

import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { CASE_CHANNEL } from '@/db/case-notification'
import { withTimeout } from '../platform/resilience/timeout'

export interface ListenConnection {
  /** Resolves once nothing can be heard any more. */
  readonly lost: Promise<void>
  /** Resolves once nothing is heard any more, at the latest after a second. */
  close(): Promise<void>
}

export interface NotificationHandlers {
  /** Gets the payload of each notice of a case. */
  onNotification(payload: string): void
  /** Called each time the connection has proven itself, with Postgres' clock in milliseconds since 1970. */
  onProbe(nowMs: number): void
}

const CONNECT_TIMEOUT_MS = 3_000
const CLOSE_TIMEOUT_MS = 1_000
const PROBE_EVERY_MS = 5_000
const PROBE_TIMEOUT_MS = 3_000

/** Sends a notice to itself and waits until it is heard. What was committed before was heard before. */
const createProbe = (client: Client, channel: string) => {
  let heard: (() => void) | undefined
  client.on('notification', (message) => {
    if (message.channel === channel) heard?.()
  })
  return async (): Promise<number> => {
    const echo = new Promise<void>((resolve) => {
      heard = resolve
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
 * Connects, listens, and proves that notices arrive.
 * @throws Error where Postgres is away, or where notices do not come through
 */
export const openListenConnection = async (
  databaseUrl: string,
  ears: NotificationHandlers,
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
  const prove = async (): Promise<void> => ears.onProbe(await probe())
  const close = (): Promise<void> => withTimeout(client.end(), CLOSE_TIMEOUT_MS).catch(() => undefined)
  client.on('error', () => undefined) // a broken connection is told by `lost`
  client.on('notification', ({ channel, payload = '' }) => {
    if (channel === CASE_CHANNEL) ears.onNotification(payload)
  })
  try {
    await client.connect()
    await withTimeout(client.query(`listen ${CASE_CHANNEL}; listen ${probeChannel}`), CONNECT_TIMEOUT_MS)
    await probe()
    return { lost: whenLost(client, prove, signal), close }
  } catch (error) {
    void close()
    throw error
  }
}
