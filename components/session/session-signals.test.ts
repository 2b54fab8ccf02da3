import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { announceSession, type SignedIn, subscribeToSession } from './session-signals'

const ADA = { id: 'u1', name: 'Ada' }
const BOB = { id: 'u2', name: 'Bob' }

let page: EventTarget
const heard: (SignedIn | null)[] = []
let unsubscribe = () => {}

beforeEach(() => {
  page = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
  heard.length = 0
  unsubscribe = subscribeToSession((account) => heard.push(account))
})
afterEach(() => {
  unsubscribe()
  vi.unstubAllGlobals()
})

const storeOwner = (id: string | null) =>
  page.dispatchEvent(Object.assign(new Event('storage'), { key: 'account:owner', newValue: id }))

const announce = async (account: SignedIn | null) => {
  const before = heard.length
  announceSession(account)
  await vi.waitFor(() => expect(heard.length).toBe(before + 1))
}

it('keeps the name, whichever of the two signals comes last', async () => {
  storeOwner(ADA.id)
  await announce(ADA)
  storeOwner(ADA.id)
  expect(heard).toEqual([{ id: ADA.id, name: '' }, ADA, ADA])
})

it.each([
  ['another account', BOB.id, { id: BOB.id, name: '' }],
  ['nobody', null, null],
])('has no name of before for %s', async (_what, id, expected) => {
  await announce(ADA)
  storeOwner(id)
  expect(heard.at(-1)).toEqual(expected)
})
