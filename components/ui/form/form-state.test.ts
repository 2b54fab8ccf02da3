import { describe, expect, it } from 'vitest'
import type { Problem } from '@/temporal/contract/problem'
import {
  type FormState,
  fieldValue,
  fieldValues,
  pickFormValues,
  toFormFields,
  withoutAnswer,
} from './form-state'

const problem = (errors: Problem['errors']): Problem => ({
  type: 'about:blank',
  title: 'Invalid',
  status: 422,
  detail: 'Invalid',
  code: 'VALIDATION_FAILED',
  requestId: 'r1',
  errors,
})

const form = new FormData()
form.set('name', 'Ada')
form.set('password', 'secret')

describe('the fields of a form', () => {
  it('show their initial values before the first submission and after a success', () => {
    for (const state of [null, { ok: true, value: 1, values: { name: ['Ada'] } } as const]) {
      const fields = toFormFields(state)
      expect(fieldValue(fields, 'name', 'Bob')).toBe('Bob')
      expect(fieldValues(fields, 'groups', ['g1'])).toEqual(['g1'])
    }
  })

  it('show the submitted values after a refusal, also where all boxes were unticked', () => {
    const values = pickFormValues(form, ['name', 'groups'])
    const fields = toFormFields({ ok: false, problem: problem(undefined), values })
    expect(fieldValue(fields, 'name', 'Bob')).toBe('Ada')
    expect(fieldValues(fields, 'groups', ['g1'])).toEqual([])
  })

  it.each<[string, FormState]>([
    ['nothing was submitted', null],
    ['a success', { ok: true, value: 1 }],
    ['a refusal', { ok: false, problem: problem(undefined), values: { name: ['Ada'] } }],
    ['a refusal without values', { ok: false, problem: problem(undefined) }],
  ])('start from the same values after a lost answer as before it: %s', (_, before) => {
    const after = withoutAnswer(before, problem(undefined))
    expect(toFormFields(after).values).toEqual(toFormFields(before).values)
    expect(after?.ok).toBe(false)
  })

  it('show the first error of each', () => {
    const errors = [
      { path: 'name', message: 'first' },
      { path: 'name', message: 'second' },
    ]
    expect(toFormFields({ ok: false, problem: problem(errors) }).errors).toEqual({ name: 'first' })
  })
})

describe('pickFormValues', () => {
  it('returns no field that was not named, such as a password', () => {
    expect(pickFormValues(form, ['name'])).toEqual({ name: ['Ada'] })
  })
})
