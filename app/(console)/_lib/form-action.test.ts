import { describe, expect, it, vi } from 'vitest'
import type { ActionResult } from '@/temporal/contract/problem'
import { withFormValues } from './form-action'

let requestHeaders = new Headers()
// Next gives headers inside a request only.
vi.mock('next/headers', () => ({ headers: async () => requestHeaders }))

const form = new FormData()
form.set('reason', 'Ordered twice')

const submit = (result: ActionResult<unknown>) =>
  withFormValues(async () => result, ['reason'])('ana', null, form)

const problem = {
  type: 'about:blank',
  code: 'INTERNAL',
  title: '',
  detail: '',
  status: 500,
  requestId: '',
} as const

describe('withFormValues', () => {
  it('returns the typed values with a refusal, and while the outcome is unknown', async () => {
    const values = { reason: ['Ordered twice'] }
    expect(await submit({ ok: false, problem })).toMatchObject({ ok: false, values })
    const pending = { status: 'pending', message: 'We are still waiting for an answer', version: null }
    expect(await submit({ ok: true, value: pending })).toEqual({ ok: true, value: pending, values })
  })

  it.each([
    ['a page drawn for somebody else', {}, undefined],
    ['the same page, by script', { 'next-action': 'x' }, { reason: ['Ordered twice'] }],
  ])('in an answer to another session gives the typed values to %s', async (_, sent, values) => {
    requestHeaders = new Headers(sent as Record<string, string>)
    const changed = { ...problem, code: 'SESSION_CHANGED', status: 409 } as const
    expect((await submit({ ok: false, problem: changed }))?.values).toEqual(values)
  })

  it('returns none with a success', async () => {
    for (const value of [undefined, null, { status: 'CANCELLED', message: 'Cancelled', version: 3 }])
      expect(await submit({ ok: true, value })).toEqual({ ok: true, value })
  })
})
