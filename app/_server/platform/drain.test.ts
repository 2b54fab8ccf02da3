import { expect, it } from 'vitest'
import { createDrain } from './drain'

it('closes every stream once, also after a closer that throws', () => {
  const errors: unknown[] = []
  const drain = createDrain((error) => errors.push(error))
  const closed: string[] = []
  drain.onDrain(() => {
    throw new Error('stuck')
  })
  drain.onDrain(() => closed.push('a'))
  const unregister = drain.onDrain(() => closed.push('ended by itself'))
  unregister()
  drain.start()
  drain.start()
  expect(closed).toEqual(['a'])
  expect(errors).toHaveLength(1)
  expect(drain.isDraining).toBe(true)
})

it('closes a stream at once that opens while draining', () => {
  const drain = createDrain(() => {})
  drain.start()
  let isClosed = false
  drain.onDrain(() => {
    isClosed = true
  })
  expect(isClosed).toBe(true)
})
