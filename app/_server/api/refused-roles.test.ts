import { afterAll, beforeAll, expect, it } from 'vitest'
import { ROLES, type Role } from '@/temporal/contract/auth/actor'
import { can } from '@/temporal/contract/auth/permissions'
import { ENDPOINTS } from '@/temporal/contract/schemas/endpoints/endpoints'
import { loadApiRoutes } from '../testing/api-routes'
import {
  actorAs,
  addToken,
  addUser,
  createTestRuntime,
  installRuntime,
  type TestRuntime,
} from '../testing/test-runtime'
import type { ApiRoute } from './api-route'

let test: TestRuntime
const tokens = new Map<Role, string>()
const handlers = new Map<string, ApiRoute>()

beforeAll(async () => {
  test = await createTestRuntime()
  installRuntime(test.runtime)
  for (const role of ROLES) {
    const email = `${role}@x.example`
    await addUser(test.runtime, { email, role })
    tokens.set(role, (await addToken(test.runtime, { email })).token)
  }
  for (const { endpoint, handler } of await loadApiRoutes()) handlers.set(endpoint.id, handler)
})
afterAll(() => test.drop())

const call = async (id: string, role: Role, body: string, query = '') => {
  const handler = handlers.get(id)
  if (!handler) throw new Error(`There is no route ${id}`)
  const method = handler.endpoint.method.toUpperCase()
  const request = new Request(`http://127.0.0.1:3000/api/v1/x${query}`, {
    method,
    headers: { authorization: `Bearer ${tokens.get(role)}`, 'content-type': 'application/json' },
    ...(method === 'GET' ? {} : { body }),
  })
  const response = await handler(request, { params: Promise.resolve({ caseId: '?', orderId: '?' }) })
  return { status: response.status, code: (await response.json()).code }
}

const REFUSALS = ENDPOINTS.flatMap(({ id, action }) =>
  ROLES.filter((role) => action && !can(actorAs(role), action)).map((role) => ({ id, role })),
)

it.each(REFUSALS)('$id refuses the role $role before it reads the request', async ({ id, role }) => {
  const refused = await call(id, role, '{}')
  expect(['FORBIDDEN', 'NOT_FOUND']).toContain(refused.code)
  for (const body of ['not JSON', '[]', '{"caseId":7,"decision":"maybe"}'])
    expect(await call(id, role, body, '?limit=none&from=never')).toEqual(refused)
})

it('tells callers who may call what is wrong with the request', async () => {
  expect(await call('startApproval', 'agent', '{}')).toMatchObject({
    status: 400,
    code: 'IDEMPOTENCY_KEY_REQUIRED',
  })
  expect(await call('listCases', 'agent', '', '?limit=none')).toMatchObject({ status: 422 })
})
