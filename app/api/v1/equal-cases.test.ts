/** Bodies that mean the same are one approval under one idempotency key, and one decision. */

import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalHash } from '@/app/_server/platform/canonical-hash'
import { addToken, type Body, post, postBoth, reversed } from '@/app/_server/testing/post-both'
import { installRuntime } from '@/app/_server/testing/test-runtime'
import { startTestWeb, type TestWeb } from '@/app/_server/testing/test-web'
import { cases } from '@/db/schema/cases'
import { POST as startApproval } from './approvals/route'
import { POST as decide } from './cases/[caseId]/decision/route'

let web: TestWeb
let [agent, supervisor] = ['', '']

beforeAll(async () => {
  web = await startTestWeb()
  installRuntime(web.runtime)
  agent = await addToken(web, 'agent')
  supervisor = await addToken(web, 'supervisor')
})
afterAll(() => web.stop())

const APPROVAL = { title: 'Refund Müller', group: 'risk', amountCents: 41_250 }
const IN_AN_HOUR = new Date(Date.now() + 3_600_000).toISOString()

describe('an approval', () => {
  it.each<[string, Body, Body]>([
    ['blanks around its title', APPROVAL, { ...APPROVAL, title: ' Refund Müller ' }],
    ['the currency that is taken without one', APPROVAL, { ...APPROVAL, currency: 'USD' }],
    ['the priority that is taken without one', APPROVAL, { ...APPROVAL, priority: 0 }],
    ['its title as its prompt', APPROVAL, { ...APPROVAL, prompt: 'Refund Müller' }],
    ['an empty prompt', APPROVAL, { ...APPROVAL, prompt: ' ' }],
    ['an empty payload', APPROVAL, { ...APPROVAL, payload: {} }],
    [
      'a payload with its keys in another order',
      { ...APPROVAL, payload: { a: { x: 1, y: 2 }, b: 1 } },
      { ...APPROVAL, payload: { b: 1, a: { y: 2, x: 1 } } },
    ],
    [
      'a deadline in another zone',
      { ...APPROVAL, deadlineAt: IN_AN_HOUR },
      { ...APPROVAL, deadlineAt: IN_AN_HOUR.replace('Z', '+00:00') },
    ],
    [
      'an action on the deadline as a word',
      { ...APPROVAL, onDeadline: { action: 'reject' } },
      { ...APPROVAL, onDeadline: 'reject' },
    ],
    ['another order of the keys', APPROVAL, reversed(APPROVAL)],
  ])('is the same with %s', async (_, first, second) => {
    expect(await postBoth(startApproval, supervisor, first, second)).toMatchObject({
      status: 201,
      replayed: true,
      isSame: true,
    })
  })

  it.each<[string, Body]>([
    ['another amount', { ...APPROVAL, amountCents: 1 }],
    ['another currency', { ...APPROVAL, currency: 'EUR' }],
    ['another payload', { ...APPROVAL, payload: { a: [2, 1] } }],
  ])('is another with %s', async (_, second) => {
    const answer = await postBoth(startApproval, supervisor, { ...APPROVAL, payload: { a: [1, 2] } }, second)
    expect(answer).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } })
  })

  it.each([APPROVAL, { ...APPROVAL, title: APPROVAL.title.normalize('NFD') }])(
    'that an earlier release hashed as it was written is still answered',
    async (body) => {
      const { key, body: started } = await postBoth(startApproval, supervisor, body, body)
      await expect
        .poll(async () => {
          const requestHash = canonicalHash({ ...body, priority: 0 })
          const changed = await web.stack.db
            .update(cases)
            .set({ requestHash })
            .where(eq(cases.caseId, String(started.caseId)))
            .returning()
          return changed.length
        })
        .toBe(1)
      expect(await post(startApproval, supervisor, body, key)).toMatchObject({
        status: 201,
        replayed: true,
      })
    },
  )
})

describe('a decision', () => {
  it.each<[string, Body, Body]>([
    [
      'blanks around its comment',
      { decision: 'rejected', comment: 'Zu früh' },
      { decision: 'rejected', comment: ' Zu früh ' },
    ],
    [
      'marks apart from their letters',
      { decision: 'rejected', comment: 'Zu früh' },
      { decision: 'rejected', comment: 'Zu früh'.normalize('NFD') },
    ],
    ['an empty comment', { decision: 'approved' }, { decision: 'approved', comment: '' }],
    [
      'another order of the keys',
      { decision: 'rejected', comment: 'No' },
      { comment: 'No', decision: 'rejected' },
    ],
  ])('is the same with %s', async (_, first, second) => {
    const { body } = await post(startApproval, supervisor, APPROVAL, randomUUID())
    const answers = []
    for (const sent of [first, second, first])
      answers.push(await post(decide, agent, sent, randomUUID(), { caseId: body.caseId }))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(answers[1]?.body).toEqual(answers[0]?.body)
  })
})
