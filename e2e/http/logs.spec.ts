import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { toWorkflowId } from '../../temporal/contract/cases/case-ids'
import {
  call,
  decide,
  expectBody,
  orderBody,
  type PlacedOrder,
  startApproval,
  waitForOrderState,
} from '../support/api'
import { readLog, readLogEntries } from '../support/logs'
import { people, stack } from '../support/stack'

const { ana, ben, customer, supervisor } = people

const RUN = randomUUID().replaceAll('-', '').slice(0, 12)
const marks: string[] = []
/** A value that no log may contain. */
const secret = (what: string): string => {
  const value = `Zz${what}${RUN}x${marks.length}`
  marks.push(value)
  return value
}
const sent: string[] = []
/** Headers that identify a request in the log. */
const withId = (more: Record<string, string> = {}): Record<string, string> => {
  const id = randomUUID()
  sent.push(id)
  return { 'x-request-id': id, ...more }
}

const markedBody = (paymentToken = 'tok_approved') => ({
  ...orderBody({ paymentToken }),
  email: `${secret('mail')}@customer.example`,
  shippingAddress: {
    name: secret('name'),
    line1: secret('street'),
    city: secret('city'),
    postalCode: 'SW1Y 4JH',
    country: 'GB',
  },
})

const place = async (body: unknown): Promise<PlacedOrder> => {
  const headers = withId({ 'idempotency-key': secret('key') })
  return expectBody(await call<PlacedOrder>('/api/v1/orders', { as: customer, body, headers }), 201)
}

const signIn = (email: string, password: string) =>
  call('/api/auth/sign-in/email', {
    body: { email, password },
    headers: withId({ origin: stack.url, cookie: `theme=${secret('cookie')}` }),
  })

/** Opens an event stream and closes it. */
const listen = async (path: string, headers: Record<string, string>): Promise<void> => {
  const leaving = new AbortController()
  const answer = await fetch(new URL(path, stack.url), { headers, signal: leaving.signal })
  await answer.body?.getReader().read()
  leaving.abort()
}

/** Checks that every request was logged; otherwise the absence of values would prove nothing. */
const expectLines = async (): Promise<void> => {
  await expect
    .poll(() => {
      const ids = new Set(readLogEntries('web').map(({ requestId }) => requestId))
      return sent.filter((id) => !ids.has(id))
    })
    .toEqual([])
}

test('logs contain ids of requests, workflows and cases, and no personal data', async () => {
  const order = await place(markedBody())
  const declined = await place(markedBody('tok_declined'))
  await waitForOrderState(customer, order.orderId, 'COMPLETED')
  await waitForOrderState(customer, declined.orderId, 'FAILED')

  await signIn(`${secret('login')}@staff.example`, secret('password'))
  await signIn(ana.email, ana.password)
  marks.push(ana.password, ana.apiToken)
  await call('/api/v1/cases', {
    as: { apiToken: `ac_${secret('token').padEnd(43, 'x')}` },
    headers: withId(),
  })

  const approvalId = await startApproval(supervisor, { title: secret('title') })
  const press = (verb: string, body: unknown, as = ana) =>
    call(`/api/v1/cases/${approvalId}/${verb}`, { as, body, headers: withId() })
  expectBody(await press('comment', { text: secret('comment') }))
  expectBody(await press('decision', { decision: 'rejected', comment: secret('reason') }))
  expect((await decide(ben, approvalId, { decision: 'approved', comment: secret('late') })).status).toBe(409)

  const [, token = ''] = new URL(order.statusUrl).pathname.split('/track/')
  marks.push(token)
  await call(`/track/${token}`, { headers: withId() })
  await call(`/track/${token}/version`, { headers: withId() })
  await listen(`/track/${token}/events`, withId())
  await listen('/api/v1/events', withId({ authorization: `Bearer ${ana.apiToken}` }))
  await call(`/track/${secret('forged')}`, { headers: withId() })
  for (const link of [secret('link'), `inv_${secret('link').padEnd(43, 'x')}`])
    await call(`/invitation/${link}`, { headers: withId({ referer: `${stack.url}/invitation/${link}` }) })

  await call(`/api/v1/cases?q=${secret('query')}`, { as: ana, headers: withId() })
  await call(`/inbox?q=${secret('search')}`, {
    headers: withId({ referer: `${stack.url}/${secret('referer')}` }),
  })
  await call(`/api/v1/cases/${secret('id')}`, { as: ana, headers: withId() })
  await call(`/${secret('page')}`, { headers: withId({ 'user-agent': secret('agent') }) })
  await call('/api/v1/orders', {
    as: customer,
    body: `{"email": "${secret('broken')}"`,
    headers: withId({ 'idempotency-key': RUN }),
  })
  await call('/api/v1/orders', {
    as: customer,
    body: { email: secret('invalid') },
    headers: withId({ 'idempotency-key': RUN }),
  })
  await call(`/api/v1/cases/${approvalId}/decision`, {
    as: ana,
    body: { decision: secret('decision') },
    headers: withId({ 'content-type': `text/${secret('type')}` }),
  })

  await expectLines()
  const known = readLogEntries('web').find(({ requestId }) => requestId === sent[0])
  expect(known).toMatchObject({
    method: 'POST',
    route: '/api/v1/orders',
    status: 201,
    ms: expect.any(Number),
    role: 'customer',
    actorId: expect.any(String),
    caseId: order.orderId,
    workflowId: toWorkflowId(order.orderId),
  })
  await expect
    .poll(() =>
      readLogEntries('worker')
        .filter(({ caseId }) => caseId === order.orderId)
        .map(({ activity }) => activity),
    )
    .toEqual(expect.arrayContaining(['validateOrder', 'processPayment', 'notify']))

  for (const name of ['web', 'worker'] as const) {
    const log = readLog(name)
    expect(
      marks.filter((mark) => log.includes(mark)),
      `${name}.log`,
    ).toEqual([])
    for (const person of [customer, ana]) expect(log).not.toContain(person.name)
  }
})
