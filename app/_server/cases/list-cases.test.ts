import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { cases } from '@/db/schema/cases'
import type { Actor } from '@/temporal/contract/auth/actor'
import { CountCases, ListCases } from '@/temporal/contract/schemas/case-list-request'
import { DAY_MS } from '@/temporal/contract/time'
import { live } from '../live/live'
import { toProblem } from '../platform/http/problem'
import { createRuntime } from '../platform/runtime'
import { createActor, startTestWeb, type TestWeb, waitUntil } from '../testing/test-web'
import { claimCase } from './claim-case'
import { commentCase } from './comment-case'
import { countCases } from './count-cases'
import { decideCase } from './decide-case'
import { listCases } from './list-cases'
import { markRead } from './mark-read'
import { startApproval } from './start-approval'

let web: TestWeb
const ana = { ...createActor('agent'), name: 'Ana Ruiz' }
const DEFAULTS = { group: 'risk', priority: 0, prompt: undefined }

const list = (query: Record<string, string>, ctx = web.as(ana)) => listCases(ctx, ListCases.parse(query))

/** Starts approvals whose titles share a word, and waits until the projection and Visibility list all of them. */
const approvals = async (count: number): Promise<{ q: string; ids: string[] }> => {
  const q = `w${randomUUID().replaceAll('-', '')}`
  const started = await Promise.all(
    Array.from({ length: count }, (_, n) =>
      startApproval(web.as(createActor('supervisor')), {
        idempotencyKey: randomUUID(),
        approval: { ...DEFAULTS, title: `Refund ${n} ${q}`, amountCents: n * 100 },
      }),
    ),
  )
  for (const source of ['projection', 'visibility'])
    await waitUntil(async () => (await list({ q, source })).items.length === count)
  return { q, ids: started.map(({ approval }) => approval.caseId).sort() }
}

const walk = async (query: Record<string, string>): Promise<string[]> => {
  const ids: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Awaited<ReturnType<typeof list>> = await list({ ...query, limit: '3', cursor })
    ids.push(...page.items.map(({ caseId }) => caseId))
    cursor = page.nextCursor
  }
  return ids
}

beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.stop())

describe('listCases', () => {
  it('lists every case exactly once across pages, from either source', async () => {
    const { q, ids } = await approvals(8)
    for (const source of ['projection', 'visibility'])
      expect((await walk({ q, source })).sort(), source).toEqual(ids)
  })

  it('returns the open interaction of each approval, but not from Visibility', async () => {
    const { q, ids } = await approvals(1)
    const openInteraction = async (source: string) => (await list({ q, source })).items[0]?.interactionId
    expect(await openInteraction('projection')).toBe(`${ids[0]}:1`)
    expect(await openInteraction('visibility')).toBeNull()
    await decideCase(web.as(ana), { caseId: ids[0] ?? '', decision: 'approved', comment: undefined })
    await waitUntil(async () => (await openInteraction('projection')) === null)
  })

  it('pages forward and back', async () => {
    const { q } = await approvals(5)
    const first = await list({ q, limit: '2', sort: '-amount' })
    const second = await list({ q, limit: '2', sort: '-amount', cursor: first.nextCursor ?? '' })
    const back = await list({ q, limit: '2', sort: '-amount', cursor: second.prevCursor ?? '' })
    expect(first.items.map(({ amountCents }) => amountCents)).toEqual([400, 300])
    expect(second.items.map(({ amountCents }) => amountCents)).toEqual([200, 100])
    expect(back.items).toEqual(first.items)
    expect([first.prevCursor, first.total]).toEqual([null, { value: 5, exact: true }])
  })

  it('refuses a cursor of another filter or another source', async () => {
    const { q } = await approvals(3)
    for (const source of ['projection', 'visibility']) {
      const { nextCursor } = await list({ q, source, limit: '1' })
      const cursor = nextCursor ?? ''
      const others: Record<string, string>[] = [
        { q: 'other', source, cursor },
        { q, kind: 'approval', source, cursor },
        { q, source: source === 'projection' ? 'visibility' : 'projection', cursor },
        { q, source, cursor: `${cursor}x` },
      ]
      for (const query of others)
        await expect(list(query), JSON.stringify(query)).rejects.toMatchObject({ code: 'INVALID_CURSOR' })
      expect((await list({ q, source, cursor })).items).toHaveLength(2)
    }
  })

  it('refuses a sort order for Visibility', async () => {
    await expect(list({ source: 'visibility', sort: 'amount' })).rejects.toMatchObject({
      code: 'SORT_UNSUPPORTED',
    })
  })

  it('filters by the assignee `me` and returns names, from either source', async () => {
    const { q, ids } = await approvals(2)
    await claimCase(web.as(ana), { caseId: ids[0] ?? '', requestKey: 'k' })
    for (const source of ['projection', 'visibility']) {
      const mine = await waitUntil(async () => {
        const found = await list({ q, source, assignee: 'me' })
        return found.items.length > 0 && found
      })
      expect(mine.items, source).toMatchObject([
        { caseId: ids[0], assignee: [{ id: ana.id, name: 'Ana Ruiz' }] },
      ])
    }
  })

  it('marks cases as unread for each person who has not read the latest version', async () => {
    const { q, ids } = await approvals(3)
    const [one = '', two = ''] = ids
    const [mia, tom] = [await web.addStaff('agent'), await web.addStaff('agent')]
    const listUnread = async (actor: Actor, source = 'projection') => {
      const { items } = await list({ q, source }, web.as(actor))
      expect(items).toHaveLength(3)
      return items.flatMap(({ caseId, isUnread }) => (isUnread ? [caseId] : [])).sort()
    }
    expect(await listUnread(mia)).toEqual(ids)
    const { items } = await list({ q })
    await markRead(web.as(mia), { cases: items.map(({ caseId, version }) => ({ caseId, version })) })
    expect([await listUnread(mia), await listUnread(tom)]).toEqual([[], ids])
    await claimCase(web.as(tom), { caseId: one, requestKey: 'k' })
    await waitUntil(async () => (await listUnread(mia)).length === 1)
    expect(await listUnread(mia)).toEqual([one])
    await markRead(web.as(mia), { cases: [{ caseId: two, version: 0 }] })
    expect(await listUnread(mia)).toEqual([one, two])
    expect(await listUnread(mia, 'visibility')).toEqual([])
  })

  it("counts a person's own changes as read", async () => {
    const { q, ids } = await approvals(2)
    const [claimed = '', decided = ''] = ids
    const mia = await web.addStaff('agent')
    const rows = async () => (await list({ q }, web.as(mia))).items
    await claimCase(web.as(mia), { caseId: claimed, requestKey: 'k' })
    const comment = { caseId: claimed, requestKey: 'c', text: 'Looked at' }
    const { version } = await commentCase(web.as(mia), comment)
    await decideCase(web.as(mia), { caseId: decided, decision: 'approved' })
    await waitUntil(async () => {
      const items = await rows()
      const isWritten = items.every((row) =>
        row.caseId === claimed ? row.version === version : row.status === 'APPROVED',
      )
      return isWritten && items.every(({ isUnread }) => !isUnread)
    })
  })

  it('falls back to Visibility while Postgres is down, and reports the source', async () => {
    const { q, ids } = await approvals(4)
    const noDb = createRuntime({ ...web.runtime.env, databaseUrl: 'postgres://nobody@127.0.0.1:1/nothing' })
    const ctx = { ...web.as(ana), runtime: noDb }
    const page = await list({ q, sort: 'amount', limit: '3' }, ctx)
    expect(page).toMatchObject({ source: 'visibility', prevCursor: null })
    expect(page.items.some(({ isUnread }) => isUnread)).toBe(false)
    const marking = markRead(ctx, { cases: page.items.map(({ caseId, version }) => ({ caseId, version })) })
    await expect(marking.catch((error) => toProblem(error, 'r'))).resolves.toMatchObject({
      status: 503,
      code: 'DATABASE_UNAVAILABLE',
    })
    const second = await list({ q, sort: 'amount', limit: '3', cursor: page.nextCursor ?? '' }, ctx)
    expect([...page.items, ...second.items].map(({ caseId }) => caseId).sort()).toEqual(ids)
    await noDb.close()
  })

  it('is allowed for staff only', async () => {
    await expect(list({}, web.as(createActor('customer', [])))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(list({}, web.as(null))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('allows read marks of staff only', async () => {
    const cases = [{ caseId: 'apr_x', version: 1 }]
    await expect(markRead(web.as(createActor('customer', [])), { cases })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(markRead(web.as(null), { cases })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('detects rows older than their workflow and then reads the workflow', async () => {
    const { q, ids } = await approvals(1)
    const caseId = ids[0] ?? ''
    await web.stack.db
      .update(cases)
      .set({ version: 0, isOpen: false, snapshot: sql`jsonb_set(${cases.snapshot}, '{version}', '0')` })
      .where(eq(cases.caseId, caseId))
    await waitUntil(async () => {
      await list({ q })
      return (await live(web.runtime).reader.readFresh(caseId)).source === 'workflow'
    })
  })
})

it('serves counts that are at most two seconds old', async () => {
  const first = await countCases(web.as(ana), { filter: {} })
  expect(first).toMatchObject({ mine: expect.any(Number), all: expect.any(Number) })
  await approvals(1)
  expect(await countCases(web.as(ana), { filter: {} })).toEqual(first)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2_000 })
  const later = await countCases(web.as(ana), { filter: {} }).finally(() => vi.useRealTimers())
  expect(later.all).toBe(first.all + 1)
})

it('updates the unread count at once when a person reads a case', async () => {
  const { q } = await approvals(2)
  const mia = await web.addStaff('agent')
  const ctx = web.as(mia)
  const count = async () => (await countCases(ctx, CountCases.parse({ q }))).unread
  expect(await count()).toBe(2)
  const { items } = await list({ q })
  const [one, two] = items.map(({ caseId, version }) => ({ caseId, version }))
  await markRead(ctx, { cases: one ? [one] : [] })
  expect(await count()).toBe(1)
  await claimCase(ctx, { caseId: two?.caseId ?? '', requestKey: 'k' })
  await waitUntil(async () => (await count()) === 0)
})

it('treats a case that ended 90 days ago as read, but not an open one', async () => {
  const { q, ids } = await approvals(2)
  await decideCase(web.as(ana), { caseId: ids[0] ?? '', decision: 'approved' })
  await waitUntil(async () => (await list({ q })).items.some(({ status }) => status === 'APPROVED'))
  const unreadAfter = async (days: number) => {
    const later = { ...web.as(ana), now: new Date(Date.now() + days * DAY_MS) }
    const { items } = await list({ q, sort: 'created' }, later)
    return items.flatMap(({ caseId, isUnread }) => (isUnread ? [caseId] : [])).sort()
  }
  expect(await unreadAfter(89)).toEqual(ids)
  expect(await unreadAfter(91)).toEqual(ids.slice(1))
})

it('counts within a filter, and resolves `me` to the caller', async () => {
  const { q, ids } = await approvals(3)
  await claimCase(web.as(ana), { caseId: ids[0] ?? '', requestKey: 'k' })
  await waitUntil(async () => (await list({ q, assignee: 'me' })).items.length === 1)
  const count = (query: Record<string, string>) => countCases(web.as(ana), CountCases.parse(query))
  expect(await count({ q })).toMatchObject({ all: 3, mine: 1, unassigned: 2, closed: 0, attention: 0 })
  expect(await count({ q, assignee: 'me' })).toMatchObject({ all: 1, mine: 1, unassigned: 0 })
  expect((await count({})).all).toBeGreaterThan(3)
})
