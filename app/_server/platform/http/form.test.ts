import { expect, it } from 'vitest'
import { formToObject } from './form'

const read = (fields: [string, string][]) => {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return formToObject(form)
}

it('nests dotted names and converts numbered ones to lists, in the order of the numbers', () => {
  expect(
    read([
      ['email', 'a@b.c'],
      ['shippingAddress.city', 'Oslo'],
      ['items.10.sku', 'C'],
      ['items.0.sku', 'A'],
      ['items.2.sku', 'B'],
      ['items.2.quantity', '3'],
    ]),
  ).toEqual({
    email: 'a@b.c',
    shippingAddress: { city: 'Oslo' },
    items: [{ sku: 'A' }, { sku: 'B', quantity: '3' }, { sku: 'C' }],
  })
})

it('converts a repeated name to a list', () => {
  expect(
    read([
      ['tag', 'a'],
      ['tag', 'b'],
      ['tag', 'c'],
    ]),
  ).toEqual({ tag: ['a', 'b', 'c'] })
})

it('leaves out empty fields, files and the fields of Next.js', () => {
  const form = new FormData()
  form.append('line2', '')
  form.append('$ACTION_ID_x', '1')
  form.append('file', new Blob(['x']))
  expect(formToObject(form)).toEqual({})
})

it('does not let a field reach a prototype', () => {
  const made = read([
    ['__proto__.polluted', 'yes'],
    ['constructor.prototype.polluted', 'yes'],
  ])
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  expect(Object.getPrototypeOf(made)).toBe(Object.prototype)
})

it('accepts a name that is both a field and a group', () => {
  expect(
    read([
      ['a', '1'],
      ['a.b', '2'],
    ]),
  ).toEqual({ a: { b: '2' } })
})
