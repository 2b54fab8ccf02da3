import { describe, expect, it } from 'vitest'
import type { ActionResult } from '@/temporal/contract/problem'
import { withFormValues } from './form-action'

const form = new FormData()
form.set('reason', 'Ordered twice')

const submit = (result: ActionResult<unknown>) => withFormValues(async () => result, ['reason'])(null, form)

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

  it('returns none with a success', async () => {
    for (const value of [undefined, null, { status: 'CANCELLED', message: 'Cancelled', version: 3 }])
      expect(await submit({ ok: true, value })).toEqual({ ok: true, value })
  })
})
