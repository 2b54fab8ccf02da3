import { describe, expect, it } from 'vitest'
import { getPostedActionId } from './posted-action'

const toForm = (fields: Record<string, string>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

describe('getPostedActionId', () => {
  it.each([
    ['an action', { $ACTION_ID_40ab: '', email: 'ada@example.com' }, '40ab'],
    [
      'an action with bound arguments',
      { $ACTION_REF_1: '', '$ACTION_1:0': '{"id":"60cd","bound":"$@1"}' },
      '60cd',
    ],
    ['a reference without its object', { $ACTION_REF_1: '' }, null],
    ['a reference that is no JSON', { $ACTION_REF_1: '', '$ACTION_1:0': '{' }, null],
    ['a reference of another type', { $ACTION_REF_1: '', '$ACTION_1:0': '{"id":7}' }, null],
    ['no action', { email: 'ada@example.com' }, null],
  ])('reads the id of %s', (_what, fields, id) => {
    expect(getPostedActionId(toForm(fields))).toBe(id)
  })
})
