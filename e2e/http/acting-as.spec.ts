import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { call, startApproval } from '../support/api'
import { findAccountId } from '../support/pages/case'
import { cookieHeader, getSession } from '../support/sessions'
import { people, stack } from '../support/stack'

const { ana, ben, supervisor } = people

/** Requests that pages send, for a case. */
const REQUESTS: readonly (readonly [path: (caseId: string) => string, body?: object])[] = [
  [(id) => `/api/v1/cases/${id}`],
  [() => '/api/v1/cases'],
  [() => '/api/v1/cases/counts'],
  [() => '/api/v1/status'],
  [() => '/api/v1/people?q=a'],
  [(id) => `/api/v1/cases/${id}/decision`, { decision: 'approved' }],
  [(id) => `/api/v1/responses/${id}`, { interactionId: 'x', response: 'approved' }],
  [(id) => `/api/v1/cases/${id}/claim`, {}],
  [(id) => `/api/v1/cases/${id}/release`, {}],
  [(id) => `/api/v1/cases/${id}/assign`, { assigneeId: 'x' }],
  [(id) => `/api/v1/cases/${id}/comment`, { text: 'of whom?' }],
  [() => '/api/v1/cases/seen', { cases: [] }],
  [() => `/api/v1/orders/ord_${'0'.repeat(26)}/cancel`, {}],
]

test('a request of a page that was drawn for somebody else is refused, and does nothing', async () => {
  const caseId = await startApproval(supervisor)
  const [anaId, benId] = await Promise.all([findAccountId(ana), findAccountId(ben)])
  const cookie = cookieHeader(await getSession(ben))
  for (const [path, body] of REQUESTS) {
    const headers = { cookie, origin: stack.url, 'x-acting-as': anaId, 'idempotency-key': randomUUID() }
    const answer = await call(path(caseId), { body, headers })
    expect(answer, path(caseId)).toMatchObject({
      status: 409,
      body: { code: 'SESSION_CHANGED', signedInAs: { id: benId, name: ben.name } },
    })
    const { cookie: _, ...signedOut } = headers
    expect(await call(path(caseId), { body, headers: signedOut }), path(caseId)).toMatchObject({
      status: 401,
      body: { code: 'SESSION_ENDED', title: 'You have been signed out' },
    })
  }
  const untouched = await call<{ caseDetails: { status: string; assignee: unknown[] } }>(
    `/api/v1/cases/${caseId}`,
    { as: ana },
  )
  expect(untouched.body.caseDetails).toMatchObject({ status: 'OPEN', assignee: [] })
})

test('programs need not say for whom they act, and keep their wording', async () => {
  const cookie = cookieHeader(await getSession(ben))
  expect((await call('/api/v1/status', { headers: { cookie } })).status).toBe(200)
  expect((await call('/api/v1/status', { as: ben, headers: { 'x-acting-as': 'anybody' } })).status).toBe(200)
  expect(await call('/api/v1/status')).toMatchObject({
    status: 401,
    body: { code: 'UNAUTHENTICATED', title: 'Sign in or send an API token' },
  })
})

test('an event stream is refused to another session, and ends with its own', async () => {
  const [anaId, benId] = await Promise.all([findAccountId(ana), findAccountId(ben)])
  const cookie = cookieHeader(await getSession(ben))
  const open = (actingAs: string, sent: string) =>
    fetch(new URL(`/api/v1/events?actingAs=${actingAs}`, stack.url), { headers: { cookie: sent } })
  expect((await open(anaId, cookie)).status).toBe(409)

  const signedIn = await call('/api/auth/sign-in/email', {
    body: { email: ben.email, password: ben.password },
    headers: { origin: stack.url },
  })
  const own = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const stream = await open(benId, own)
  expect(stream.status).toBe(200)
  const text = stream.text()
  const signedOut = await call('/api/auth/sign-out', {
    body: {},
    headers: { cookie: own, origin: stack.url },
  })
  expect(signedOut.status).toBe(200)
  expect(await text).toMatch(/event: ended\ndata: \{\}\n\n$/)
})
