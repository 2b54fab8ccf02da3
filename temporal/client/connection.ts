/** The connection to Temporal of a process, and deadlines for calls over it. */

import { Client, Connection } from '@temporalio/client'
import { retryWithinDeadline } from './grpc-retry'
import { processIdentity } from './process-identity'
import type { TemporalSettings } from './temporal-settings'
import { traceInterceptor } from './trace-interceptor'

/** A connection to Temporal, its client and our namespace: the first argument of every function in this folder. */
export interface TemporalConnection {
  readonly client: Client
  readonly connection: Connection
  readonly namespace: string
}

/** grpc-js waits for up to two minutes before it reconnects, which would prolong every outage. */
const CHANNEL_OPTIONS = {
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 1_000,
  'grpc.keepalive_time_ms': 15_000,
  'grpc.keepalive_timeout_ms': 5_000,
}

/** Creates a connection that connects at the first call and reconnects after a loss. Never throws for an outage. */
export const connectLazily = ({ connection: options, namespace }: TemporalSettings): TemporalConnection => {
  const connection = Connection.lazy({
    ...options,
    channelArgs: CHANNEL_OPTIONS,
    interceptors: [retryWithinDeadline],
  })
  const client = new Client({
    connection,
    namespace,
    identity: processIdentity(),
    interceptors: { workflow: [traceInterceptor] },
  })
  return { client, connection, namespace }
}

/** Runs `call` with a deadline of `budgetMs` for all its requests to Temporal. */
export const withDeadline = <T>(
  temporal: TemporalConnection,
  budgetMs: number,
  call: () => Promise<T>,
): Promise<T> => temporal.connection.withDeadline(Date.now() + budgetMs, call)
