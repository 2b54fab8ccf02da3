import { expect, it, vi } from 'vitest'
import type { BaseCaseItem } from '@/temporal/contract/cases/case'
import { createStaffNameCache } from './staff-name-cache'

const assignedTo = (id: string, name: string) =>
  ({ caseId: 'apr_1', assignee: [{ id, name }] }) as unknown as BaseCaseItem
const namesIn = (items: BaseCaseItem[]) => items.flatMap(({ assignee }) => assignee.map(({ name }) => name))
const FROM_TEMPORAL = [assignedTo('ana', 'ana')]

it('loads the staff for a name that is not cached, and only then', async () => {
  const load = vi.fn(async () => [{ id: 'ana', name: 'Ana' }])
  const cache = createStaffNameCache(load)
  expect(namesIn(await cache.withNames(FROM_TEMPORAL))).toEqual(['Ana'])
  expect(namesIn(await cache.withNames(FROM_TEMPORAL))).toEqual(['Ana'])
  expect(load).toHaveBeenCalledOnce()
})

it('uses the names of lists from the projection without a load', async () => {
  const load = vi.fn(async () => [])
  const cache = createStaffNameCache(load)
  cache.add([assignedTo('ana', 'Ana')])
  expect(namesIn(await cache.withNames(FROM_TEMPORAL))).toEqual(['Ana'])
  expect(load).not.toHaveBeenCalled()
})

it('shows the id after half a second while the load hangs, and at once when it fails', async () => {
  vi.useFakeTimers()
  const hanging = createStaffNameCache(() => new Promise(() => {})).withNames(FROM_TEMPORAL)
  await vi.advanceTimersByTimeAsync(500)
  expect(namesIn(await hanging)).toEqual(['ana'])
  vi.useRealTimers()
  const failing = createStaffNameCache(() => Promise.reject(new Error('down')))
  expect(namesIn(await failing.withNames(FROM_TEMPORAL))).toEqual(['ana'])
})
