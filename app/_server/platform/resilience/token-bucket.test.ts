import { expect, it } from 'vitest'
import { createTokenBucket } from './token-bucket'

it('lets through what the budget holds, and no more than one second of it at once', () => {
  let now = 0
  const bucket = createTokenBucket(2, () => now)
  const burst = () => [bucket.take(), bucket.take(), bucket.take()]
  expect(burst()).toEqual([true, true, false])
  now += 500
  expect(burst()).toEqual([true, false, false])
  now += 60_000
  expect(burst()).toEqual([true, true, false])
})
