import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectLazily, type TemporalConnection } from '../client/connection'
import { SEARCH_ATTRIBUTE_TYPES } from '../contract/cases/search-attributes'
import { testTemporal } from '../testing/test-temporal'
import { ensureNamespace } from './ensure-namespace'
import { createLog } from './log'

const log = createLog('silent')
const DAY_SECONDS = 86_400

let temporal: TemporalConnection
beforeAll(() => {
  temporal = connectLazily(testTemporal())
})
afterAll(() => temporal.connection.close())

describe('ensureNamespace', () => {
  it('registers the namespace with seven days of retention, also when several workers start at once', async () => {
    const ensure = () => ensureNamespace(temporal.connection, temporal.namespace, { log })
    await Promise.all([ensure(), ensure(), ensure()])
    await ensure()
    const { config } = await temporal.connection.workflowService.describeNamespace({
      namespace: temporal.namespace,
    })
    expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(7 * DAY_SECONDS)
  })

  it('returns once every search attribute can be used', async () => {
    const query = SEARCH_ATTRIBUTE_TYPES.map(({ name }) => `${name} IS NULL`).join(' AND ')
    expect((await temporal.client.workflow.count(query)).count).toBe(0)
  })

  it('reports in one sentence that Temporal cannot be reached', async () => {
    const away = connectLazily({ namespace: 'any', connection: { address: '127.0.0.1:1' } })
    await expect(ensureNamespace(away.connection, 'any', { log, waitMs: 300 })).rejects.toThrow(
      'Temporal cannot be reached: connect ECONNREFUSED 127.0.0.1:1',
    )
    await away.connection.close()
  })

  it('refuses a namespace that has a search attribute of ours with another type', async () => {
    const other = connectLazily(testTemporal())
    await other.connection.workflowService.registerNamespace({
      namespace: other.namespace,
      workflowExecutionRetentionPeriod: { seconds: { low: DAY_SECONDS, high: 0, unsigned: false } as never },
    })
    const KEYWORD = 2
    await other.connection.operatorService.addSearchAttributes({
      namespace: other.namespace,
      searchAttributes: { CaseVersion: KEYWORD },
    })
    await expect(ensureNamespace(other.connection, other.namespace, { log })).rejects.toThrow(
      /Search attribute CaseVersion .* has another type than INT/,
    )
    await other.connection.close()
  })
})
