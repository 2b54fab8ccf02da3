/** Adds the search attributes of our cases to the namespace. */

import type { ConnectionLike } from '@temporalio/client'
import type { Logger } from 'pino'
import { GRPC, getGrpcCode, getGrpcDetails } from '../client/temporal-errors'
import { SEARCH_ATTRIBUTE_TYPES } from '../contract/cases/search-attributes'
import { StartError } from './env'
import { retryUntil } from './retry-until'

const CALL_MS = 5_000
/** The server caches a namespace for up to ten seconds, so new attributes are not usable at once. */
const USABLE_MS = 30_000

/** `IndexedValueType` of Temporal's API. */
const INDEXED_VALUE = { TEXT: 1, KEYWORD: 2, INT: 3, DATETIME: 6 } as const

type Attribute = (typeof SEARCH_ATTRIBUTE_TYPES)[number]

/** Codes with which a cluster that others manage refuses administrative calls. */
export const EXTERNALLY_MANAGED_CODES: readonly (number | null)[] = [
  GRPC.PERMISSION_DENIED,
  GRPC.UNAUTHENTICATED,
  GRPC.UNIMPLEMENTED,
]

const toCliCommand = ({ name, type }: Attribute): string =>
  `temporal operator search-attribute create --name ${name} --type ${type[0]}${type.slice(1).toLowerCase()}`

const findMissing = async (connection: ConnectionLike, namespace: string): Promise<Attribute[]> => {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace })
  return SEARCH_ATTRIBUTE_TYPES.filter(({ name, type }) => {
    const existing = customAttributes[name]
    if (existing === undefined) return true
    if (existing === INDEXED_VALUE[type]) return false
    throw new StartError(
      `Search attribute ${name} of the namespace "${namespace}" has another type than ${type}; use another namespace`,
    )
  })
}

const addMissing = async (connection: ConnectionLike, namespace: string): Promise<void> => {
  const attributes = await findMissing(connection, namespace)
  if (attributes.length === 0) return
  const searchAttributes = Object.fromEntries(attributes.map(({ name, type }) => [name, INDEXED_VALUE[type]]))
  try {
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes })
  } catch (error) {
    // Another worker that starts at the same time added them first.
    if (getGrpcCode(error) !== GRPC.ALREADY_EXISTS) throw error
  }
}

const checkIndexed = async (connection: ConnectionLike, namespace: string, name: string): Promise<void> => {
  await connection.workflowService.countWorkflowExecutions({ namespace, query: `${name} IS NOT NULL` })
}

/** Waits until every attribute can be used in a query. */
const waitUntilUsable = async (
  connection: ConnectionLike,
  namespace: string,
  waitMs: number,
): Promise<void> => {
  for (const attribute of SEARCH_ATTRIBUTE_TYPES) {
    try {
      await retryUntil(
        () =>
          connection.withDeadline(Date.now() + CALL_MS, () =>
            checkIndexed(connection, namespace, attribute.name),
          ),
        waitMs,
        () => false,
      )
    } catch (error) {
      throw new StartError(
        `Search attribute ${attribute.name} cannot be used in the namespace "${namespace}" (${getGrpcDetails(error)}). Add it with: ${toCliCommand(attribute)}`,
        { cause: error },
      )
    }
  }
}

/**
 * Adds the missing search attributes and waits until all can be queried. In a cluster that others manage it only checks.
 * @throws StartError that names the attribute that is missing and the command that adds it
 */
export const ensureSearchAttributes = async (
  connection: ConnectionLike,
  namespace: string,
  log: Logger,
): Promise<void> => {
  let waitMs = USABLE_MS
  try {
    await retryUntil(
      () => connection.withDeadline(Date.now() + CALL_MS, () => addMissing(connection, namespace)),
      USABLE_MS,
      (error) => error instanceof StartError || EXTERNALLY_MANAGED_CODES.includes(getGrpcCode(error)),
    )
  } catch (error) {
    if (!EXTERNALLY_MANAGED_CODES.includes(getGrpcCode(error))) throw error
    log.warn(
      { namespace, said: getGrpcDetails(error) },
      'search attributes are managed by others; checking that they exist',
    )
    waitMs = 0
  }
  await waitUntilUsable(connection, namespace, waitMs)
}
