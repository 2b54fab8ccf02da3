import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Colleague } from '@/temporal/contract/people/people'
import { createBreakerWithTimeout } from '../platform/resilience/breaker-with-timeout'
import { classifyDatabaseError } from '../platform/resilience/database-errors'
import { createStaffCache } from './staff-cache'

const ana: Colleague = { id: 'ana', name: 'Ana', email: 'ana@shop.test', role: 'agent', groups: [] }
const ben: Colleague = { ...ana, id: 'ben' }
const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })

const createOver = (...answers: (Colleague[] | Error)[]) =>
  createStaffCache(createBreakerWithTimeout(classifyDatabaseError), async () => {
    const answer = answers.shift()
    if (!answer) throw new Error('loaded too often')
    if (answer instanceof Error) throw answer
    return answer
  })
const advance = (ms: number) => vi.setSystemTime(Date.now() + ms)

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

it('loads once for simultaneous readers, and again after two seconds', async () => {
  const staff = createOver([ana], [ana, ben])
  expect(await Promise.all([staff.all(), staff.all()])).toEqual([[ana], [ana]])
  advance(1_999)
  expect(await staff.all()).toEqual([ana])
  advance(1)
  expect(await staff.all()).toEqual([ana, ben])
})

it('returns the last staff while Postgres is down, and fails where none was loaded', async () => {
  const staff = createOver([ana], refused, [ben])
  await staff.all()
  advance(2_000)
  expect(await staff.all()).toEqual([ana])
  advance(2_000)
  expect(await staff.all()).toEqual([ben])
  await expect(createOver(refused).all()).rejects.toBe(refused)
})

it('neither hides nor caches the error of a wrong query', async () => {
  const wrong = new Error('no such column')
  const staff = createOver(wrong, [ana])
  await expect(staff.all()).rejects.toBe(wrong)
  expect(await staff.all()).toEqual([ana])
})
