/** Registers our namespace and its search attributes before the first worker polls. */

import type { ConnectionLike } from '@temporalio/client'
import { msToTs } from '@temporalio/common/lib/time'
import type { Logger } from 'pino'
import { GRPC, getGrpcCode, getGrpcDetails } from '../client/temporal-errors'
import { RETENTION_DAYS } from '../contract/temporal-names'
import { EXTERNALLY_MANAGED_CODES, ensureSearchAttributes } from './ensure-search-attributes'
import { StartError } from './env'
import { retryUntil } from './retry-until'

const CALL_MS = 5_000
const DEFAULT_WAIT_MS = 60_000
/** Codes with which a cluster that others manage refuses to register a namespace, which then must exist already. */
const REGISTRATION_REFUSED_CODES = [...EXTERNALLY_MANAGED_CODES, GRPC.INVALID_ARGUMENT]

interface Options {
  log: Logger
  /** Longest wait for a Temporal that is still starting, in milliseconds. */
  waitMs?: number
}

const register = async (connection: ConnectionLike, namespace: string): Promise<void> => {
  await connection.workflowService.registerNamespace({
    namespace,
    description: 'Orders and approvals of the Action Center',
    workflowExecutionRetentionPeriod: msToTs(`${RETENTION_DAYS} days`),
  })
}

const checkExists = async (connection: ConnectionLike, namespace: string): Promise<void> => {
  await connection.workflowService.describeNamespace({ namespace })
}

const registerOrFind = async (connection: ConnectionLike, namespace: string): Promise<void> => {
  try {
    await register(connection, namespace)
  } catch (error) {
    const code = getGrpcCode(error)
    if (code === GRPC.ALREADY_EXISTS) return
    if (!REGISTRATION_REFUSED_CODES.includes(code)) throw error
    await checkExists(connection, namespace)
  }
}

const NON_RETRYABLE_CODES = [...REGISTRATION_REFUSED_CODES, GRPC.NOT_FOUND]

/** The text that grpc-js puts around the reason. */
const GRPC_WRAPPING = /^No connection established\. Last error: (?:Error: )?|\. Resolution note:.*$/g

const toStartError = (error: unknown, namespace: string): StartError => {
  const details = (getGrpcDetails(error) || (error as Error).message).replace(GRPC_WRAPPING, '')
  const reason = NON_RETRYABLE_CODES.includes(getGrpcCode(error))
    ? `Temporal does not let this worker use the namespace "${namespace}"`
    : 'Temporal cannot be reached'
  return new StartError(`${reason}: ${details}`, { cause: error })
}

/**
 * Registers the namespace (7 days of retention) and the search attributes unless they exist, and resolves once both
 * can be used.
 * @throws StartError with one plain sentence when Temporal cannot be reached or refuses
 */
export const ensureNamespace = async (
  connection: ConnectionLike,
  namespace: string,
  { log, waitMs = DEFAULT_WAIT_MS }: Options,
): Promise<void> => {
  const runWithDeadline = <T>(call: () => Promise<T>): Promise<T> =>
    connection.withDeadline(Date.now() + CALL_MS, call)
  try {
    await retryUntil(
      () => runWithDeadline(() => registerOrFind(connection, namespace)),
      waitMs,
      (error) => NON_RETRYABLE_CODES.includes(getGrpcCode(error)),
    )
  } catch (error) {
    throw toStartError(error, namespace)
  }
  await ensureSearchAttributes(connection, namespace, log)
}
