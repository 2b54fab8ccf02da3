import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cases } from '@/db/schema/cases'
import type { CaseFilter } from '@/temporal/contract/filter'
import { ListCases } from '@/temporal/contract/schemas/list'
import { OPEN_STATES } from '@/temporal/contract/states'
import { live } from '../live/live'
import { createRuntime } from '../runtime'
import { actorOf, startTestWeb, type TestWeb, until } from '../test-web'
import { caseCounts } from './case-counts'
import { claimCase } from './claim-case'
import { listCases } from './list-cases'
import { startApproval } from './start-approval'

let web: TestWeb
const ana = { ...actorOf('agent'), name: 'Ana Ruiz' }
const word = () => `w${randomUUID().replaceAll('-', '')}`

const list = (query: Record<string, string>, ctx = web.as(ana)) => listCases(ctx, ListCases.parse(query))

/** Starts approvals whose titles share a word, and waits until the projection and the index have them all. */
const approvals = async (count: number): Promise<{ q: string; ids: string[] }> => {
  const q = word()
  const started = await Promise.all(
    Array.from({ length: count }, (_, n) =>
      startApproval(web.as(actorOf('supervisor')), {
        idempotencyKey: randomUUID(),
        approval: {
          title: `Refund ${n} ${q}`,
          group: 'risk',
          priority: 0,
          amountCents: n * 100,
          prompt: undefined,
        },
      }),
    ),
  )
  for (const source of ['projection', 'visibility'])
    await until(async () => (await list({ q, source })).items.length === count)
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

describe('a list', () => {
  it('holds every case once over its pages, from either source', async () => {
    const { q, ids } = await approvals(8)
    for (const source of ['projection', 'visibility'])
      expect((await walk({ q, source })).sort(), source).toEqual(ids)
  })

  it('leads back as well as forward', async () => {
    const { q } = await approvals(5)
    const first = await list({ q, limit: '2', sort: '-amount' })
    const second = await list({ q, limit: '2', sort: '-amount', cursor: first.nextCursor ?? '' })
    const back = await list({ q, limit: '2', sort: '-amount', cursor: second.prevCursor ?? '' })
    expect(first.items.map(({ amountCents }) => amountCents)).toEqual([400, 300])
    expect(second.items.map(({ amountCents }) => amountCents)).toEqual([200, 100])
    expect(back.items).toEqual(first.items)
    expect([first.prevCursor, first.total]).toEqual([null, { value: 5, exact: true }])
  })

  it('refuses a cursor of another question or another source', async () => {
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

  it('of Visibility cannot be sorted', async () => {
    await expect(list({ source: 'visibility', sort: 'amount' })).rejects.toMatchObject({
      code: 'SORT_UNSUPPORTED',
    })
  })

  it('of what is mine names me, from either source', async () => {
    const { q, ids } = await approvals(2)
    await claimCase(web.as(ana), { caseId: ids[0] ?? '', requestKey: 'k' })
    for (const source of ['projection', 'visibility']) {
      const mine = await until(async () => {
        const found = await list({ q, source, assignee: 'me' })
        return found.items.length > 0 && found
      })
      expect(mine.items, source).toMatchObject([
        { caseId: ids[0], assignee: [{ id: ana.id, name: 'Ana Ruiz' }] },
      ])
    }
  })

  it('comes from Temporal while Postgres is away, and says so', async () => {
    const { q, ids } = await approvals(4)
    const away = createRuntime({ ...web.runtime.env, databaseUrl: 'postgres://nobody@127.0.0.1:1/nothing' })
    const ctx = { ...web.as(ana), runtime: away }
    const page = await list({ q, sort: 'amount', limit: '3' }, ctx)
    expect(page).toMatchObject({ source: 'visibility', prevCursor: null })
    const rest = await list({ q, sort: 'amount', limit: '3', cursor: page.nextCursor ?? '' }, ctx)
    expect([...page.items, ...rest.items].map(({ caseId }) => caseId).sort()).toEqual(ids)
    await away.close()
  })

  it('is for staff', async () => {
    await expect(list({}, web.as(actorOf('customer', [])))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(list({}, web.as(null))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('finds rows that are older than their workflow: then the workflow is read', async () => {
    const { q, ids } = await approvals(1)
    const caseId = ids[0] ?? ''
    await web.stack.db
      .update(cases)
      .set({
        version: 0,
        isOpen: false,
        snapshot: sql`jsonb_set(${cases.snapshot}, '{version}', '0')`,
      })
      .where(eq(cases.caseId, caseId))
    await until(async () => {
      await list({ q })
      return (await live(web.runtime).reader.readNow(caseId)).source === 'workflow'
    })
  })
})

it('counts are at most two seconds old, and stay while Postgres is away', async () => {
  const first = await caseCounts(web.as(ana), { filter: {} })
  expect(first).toMatchObject({ mine: expect.any(Number), all: expect.any(Number) })
  await approvals(1)
  expect(await caseCounts(web.as(ana), { filter: {} })).toEqual(first)
  const later = { ...web.as(ana), now: new Date(Date.now() + 2_500) }
  expect((await caseCounts(later, { filter: {} })).all).toBe(first.all + 1)
})

describe('a query', () => {
  const filterOf = (query: Record<string, string>): CaseFilter => ListCases.parse(query).filter
  const faults = (query: Record<string, string>) =>
    ListCases.safeParse(query).error?.issues.map(({ path }) => path.join('.'))

  it('names states one by one or many in a word, and leaves empty fields out', () => {
    expect(filterOf({ state: 'OPEN,CLAIMED' }).states).toEqual(['OPEN', 'CLAIMED'])
    expect(filterOf({ state: 'open' }).states).toEqual(OPEN_STATES)
    expect(filterOf({ state: '', q: ' ', kind: '' })).toEqual({})
  })

  it('has amounts in cents, days and times', () => {
    expect(filterOf({ minAmount: '10000', from: '2026-01-31', to: '2026-02-01T12:00:00+02:00' })).toEqual({
      minAmountCents: 10_000,
      from: '2026-01-31T00:00:00.000Z',
      to: '2026-02-01T10:00:00.000Z',
    })
  })

  it('is refused by the name of what is wrong', () => {
    const wrong = {
      state: 'NOWHERE',
      limit: '0',
      sort: 'colour',
      from: 'yesterday',
      minAmount: '1.5',
      kind: 'x',
    }
    for (const [name, value] of Object.entries(wrong)) expect(faults({ [name]: value }), name).toEqual([name])
    expect(faults({ limit: '201' })).toEqual(['limit'])
    expect(faults({ colour: 'red' })).toEqual([''])
  })
})
