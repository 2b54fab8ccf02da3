import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/temporal/contract/auth/actor'
import { authenticate } from '../auth/authenticate'
import { listSessions } from '../auth/list-sessions'
import { revokeSession } from '../auth/revoke-session'
import { signIn } from '../auth/sign-in'
import { signOut } from '../auth/sign-out'
import { live } from '../live/live'
import type { Runtime } from '../platform/runtime'
import {
  addUser,
  createContext,
  createTestRuntime,
  type TestRuntime,
  toCookieHeader,
} from '../testing/test-runtime'
import { openCaseEvents } from './event-streams'

const PASSWORD = 'correct-horse-1'
let test: TestRuntime
let runtime: Runtime
beforeAll(async () => {
  test = await createTestRuntime()
  runtime = test.runtime
  await addUser(runtime, { email: 'ana@x.example', role: 'agent', password: PASSWORD })
})
afterAll(async () => {
  live(runtime).streams.close()
  await live(runtime).listener.stop()
  await test.drop()
})

/** A session of its own: its context, with the cookies that a browser sends. */
const openSession = async () => {
  const before = createContext(runtime, null)
  await signIn(before, { email: 'ana@x.example', password: PASSWORD })
  const headers = { cookie: toCookieHeader(before.http?.reply ?? new Headers()) }
  const { actor } = await authenticate(runtime, new Headers(headers), false)
  const ctx = createContext(runtime, actor as Actor, headers)
  const open = (actingAs?: string) =>
    openCaseEvents(ctx, { actingAs }, new Request('http://127.0.0.1:3000/api/v1/events', { headers }))
  return { ctx, actor: actor as Actor, open }
}

describe('the event stream of a session', () => {
  it.each([
    ['is signed out', async ({ ctx }: Awaited<ReturnType<typeof openSession>>) => signOut(ctx)],
    [
      'is ended from another one',
      async ({ ctx }: Awaited<ReturnType<typeof openSession>>) => {
        const own = (await listSessions(ctx)).items.find(({ isCurrent }) => isCurrent)
        const other = await openSession()
        await revokeSession(other.ctx, { sessionId: own?.id ?? '' })
      },
    ],
  ])('ends when it %s, and only that one', async (_, end) => {
    const [ending, staying] = [await openSession(), await openSession()]
    const ended = (await ending.open()).text()
    const stays = await staying.open()
    const before = live(runtime).streams.size
    await end(ending)
    expect(await ended).toMatch(/event: ended\ndata: \{\}\n\n$/)
    expect(live(runtime).streams.size).toBe(before - 1)
    await stays.body?.cancel()
  })

  it('is refused to a page that was drawn for somebody else', async () => {
    const { actor, open } = await openSession()
    await expect(open('somebody-else')).rejects.toMatchObject({ code: 'SESSION_CHANGED' })
    await (await open(actor.id)).body?.cancel()
  })
})
