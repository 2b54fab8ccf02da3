import { expect, it } from 'vitest'
import type { BaseCaseItem } from '@/temporal/contract/cases/case'
import { AppError } from '@/temporal/contract/errors'
import { createLogger } from '../platform/log'
import { createVisibilityCheck } from './visibility-check'

const log = createLogger('silent', 'test')
const row = (caseId: string, version: number) => ({ caseId, version }) as BaseCaseItem

const create = (indexed: Record<string, number>, stored: Record<string, number>) => {
  const marked: string[] = []
  let calls = 0
  const check = createVisibilityCheck(
    {
      indexed: async () => {
        calls++
        return new Map(Object.entries(indexed))
      },
      stored: async (ids) => new Map(ids.map((id) => [id, stored[id] ?? 0])),
      markStale: (caseId, version) => void marked.push(`${caseId} < ${version}`),
    },
    log,
    1,
  )
  return { check, marked, calls: () => calls }
}

it('marks a row whose version stays lower than the indexed one', async () => {
  const { check, marked } = create({ a: 5, b: 2 }, { a: 4, b: 2 })
  await check.checkDrift([row('a', 4), row('b', 2)])
  expect(marked).toEqual(['a < 5'])
})

it('does not mark a row that was late, nor one whose index entry is late', async () => {
  const { check, marked } = create({ late: 5, ahead: 2 }, { late: 5, ahead: 3 })
  await check.checkDrift([row('late', 4), row('ahead', 3), row('gone', 1)])
  expect(marked).toEqual([])
})

it('checks two lists a second and skips the others', async () => {
  const { check, calls } = create({}, {})
  await Promise.all(Array.from({ length: 50 }, () => check.checkDrift([row('a', 1)])))
  expect(calls()).toBe(2)
})

it('never rejects', async () => {
  const check = createVisibilityCheck(
    {
      indexed: () => Promise.reject(new AppError('TEMPORAL_UNAVAILABLE')),
      stored: () => Promise.reject(new Error('not called')),
      markStale: () => {
        throw new Error('not called')
      },
    },
    log,
  )
  await expect(check.checkDrift([row('a', 1)])).resolves.toBeUndefined()
})
