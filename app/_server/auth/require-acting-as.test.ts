import { describe, expect, it } from 'vitest'
import type { Actor } from '@/temporal/contract/auth/actor'
import { isAppError } from '@/temporal/contract/errors'
import { requireActingAs } from './require-acting-as'

const asActor = (principal: string): Actor => ({
  principal,
  id: principal.split(':')[1] ?? '',
  name: principal,
  role: 'agent',
  groups: [],
})
const [ana, ben, guest] = ['user:ana', 'user:ben', 'guest:g1'].map(asActor)

const outcome = (actor: Actor | null | undefined, actingAs: string | null) => {
  try {
    requireActingAs(actor ?? null, actingAs)
    return 'accepted'
  } catch (error) {
    return isAppError(error) ? error.code : error
  }
}

describe('a request of a page', () => {
  it.each([
    ['a program, which does not say', ana, null, 'accepted'],
    ['nobody, and nobody is said', null, null, 'accepted'],
    ['the same account', ana, 'ana', 'accepted'],
    ['another account', ben, 'ana', 'SESSION_CHANGED'],
    ['nobody any more', null, 'ana', 'SESSION_ENDED'],
    ['a guest after the account signed out', guest, 'ana', 'SESSION_ENDED'],
    ['a guest, drawn for a guest', guest, 'guest', 'accepted'],
    ['a visitor without cookies, drawn for a guest', null, 'guest', 'accepted'],
    ['an account, drawn for a guest', ben, 'guest', 'SESSION_CHANGED'],
  ] as const)('of %s', (_, actor, actingAs, expected) => {
    expect(outcome(actor, actingAs)).toBe(expected)
  })

  it('learns who is signed in now', () => {
    expect(() => requireActingAs(ben ?? null, 'ana')).toThrow(
      expect.objectContaining({ details: { signedInAs: { id: 'ben', name: 'user:ben' } } }),
    )
  })
})
