import { expect, it } from 'vitest'
import type { Colleague } from '@/temporal/contract/people/people'
import { createStaffCache } from './staff-cache'

const ana: Colleague = { id: 'ana', name: 'Ana', email: 'ana@shop.test', role: 'agent', groups: [] }
const ben: Colleague = { ...ana, id: 'ben' }
const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })

const staffOver = (...answers: (Colleague[] | Error)[]) => {
  const clock = { ms: 0 }
  const load = async () => {
    const answer = answers.shift()
    if (!answer) throw new Error('asked too often')
    if (answer instanceof Error) throw answer
    return answer
  }
  return { clock, staff: createStaffCache(load, () => clock.ms) }
}

it('asks once for many who ask together, and again after two seconds', async () => {
  const { staff, clock } = staffOver([ana], [ana, ben])
  expect(await Promise.all([staff.all(), staff.all()])).toEqual([[ana], [ana]])
  clock.ms = 1_999
  expect(await staff.all()).toEqual([ana])
  clock.ms = 2_000
  expect(await staff.all()).toEqual([ana, ben])
})

it('gives what was known while the database is away, and fails where nothing was', async () => {
  const { staff, clock } = staffOver([ana], refused, [ben])
  await staff.all()
  clock.ms = 2_000
  expect(await staff.all()).toEqual([ana])
  clock.ms = 4_000
  expect(await staff.all()).toEqual([ben])
  await expect(staffOver(refused).staff.all()).rejects.toBe(refused)
})

it('does not hide a query that is wrong, nor remembers the failure', async () => {
  const wrong = new Error('no such column')
  const { staff } = staffOver(wrong, [ana])
  await expect(staff.all()).rejects.toBe(wrong)
  expect(await staff.all()).toEqual([ana])
})
