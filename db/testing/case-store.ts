/** A test database with shortcuts to write and read cases of the projection. */

import { expect } from 'vitest'
import type { StreamEntry } from '../../temporal/contract/cases/activity-stream'
import type { WorkflowView } from '../../temporal/contract/cases/case'
import type { CaseFilter, Sort } from '../../temporal/contract/cases/case-filter'
import type { OrderView } from '../../temporal/contract/orders/order'
import { type IsCurrentRun, type WriteResult, writeCase } from '../projection/write-case'
import { selectCasePage } from '../queries/cases/case-list'
import { selectCase } from '../queries/cases/cases'
import { createTestDatabase, type TestDatabase } from './test-database'
import { orderView } from './test-views'

export interface CaseStore {
  readonly database: TestDatabase
  readonly db: TestDatabase['db']
  put(view: WorkflowView, entries?: StreamEntry[], isCurrentRun?: IsCurrentRun): Promise<WriteResult>
  /** Ids of all cases that match; expects the total to agree. */
  listIds(filter: CaseFilter, sort?: Sort, now?: Date): Promise<string[]>
  /** Stored stream of a case, each entry as `id code`. */
  readStream(caseId: string): Promise<string[] | undefined>
  readVersion(caseId: string): Promise<number | undefined>
  /** Writes an order's view; by default `isCurrentRun` must not be called. */
  saveOrder(
    seed: number,
    change: Partial<OrderView>,
    entries?: StreamEntry[],
    isCurrentRun?: IsCurrentRun,
  ): Promise<WriteResult>
}

/** For writes that do not meet the row of another run. */
export const neverCalled: IsCurrentRun = () => Promise.reject(new Error('must not be called'))

const MAX_ROWS = 200

export const openCaseStore = async (): Promise<CaseStore> => {
  const database = await createTestDatabase()
  const { db } = database
  return {
    database,
    db,
    put: (view, entries = [], isCurrentRun = async () => true) =>
      writeCase(db, { view, entries }, isCurrentRun),
    listIds: async (filter, sort = 'created', now) => {
      const { items, total } = await selectCasePage(db, filter, { sort, limit: MAX_ROWS }, now)
      expect(total).toEqual({ value: items.length, exact: true })
      return items.map(({ caseId }) => caseId)
    },
    readStream: async (caseId) => {
      const stored = await selectCase(db, caseId)
      return stored?.view.stream.map(({ id, code }) => `${id} ${code}`)
    },
    readVersion: async (caseId) => (await selectCase(db, caseId))?.view.version,
    saveOrder: (seed, change, entries = [], isCurrentRun = neverCalled) =>
      writeCase(db, { view: orderView(seed, change), entries }, isCurrentRun),
  }
}
