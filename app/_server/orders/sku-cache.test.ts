import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, it, vi } from 'vitest'
import { createSkuCache } from './sku-cache'

const create = (products: Record<string, boolean>, currency = 'JPY') => {
  const loads: string[][] = []
  const skus = createSkuCache(async (some) => {
    loads.push([...some])
    return new Map(
      some.flatMap((sku) => (sku in products ? [[sku, { hidden: products[sku] === true, currency }]] : [])),
    )
  })
  return { skus, loads, products }
}

afterEach(() => vi.restoreAllMocks())

it('loads a product once a minute, and an unknown one each time', async () => {
  const { skus, loads, products } = create({ MUG: false })
  expect(await skus.findUnknown(['MUG', 'NEW'], false)).toEqual(['NEW'])
  products.NEW = false
  expect(await skus.findUnknown(['MUG', 'NEW'], false)).toEqual([])
  expect(await skus.findUnknown(['MUG', 'NEW'], false)).toEqual([])
  expect(loads).toEqual([['MUG', 'NEW'], ['NEW']])
  // Not by fake timers, which replace the object that the cache holds on to.
  const { now } = performance
  vi.spyOn(performance, 'now').mockImplementation(() => now.call(performance) + 60_001)
  await sleep(5)
  delete products.MUG
  expect(await skus.findUnknown(['MUG', 'NEW'], false)).toEqual(['MUG'])
})

it('knows the currency of a product that it loaded', async () => {
  const { skus } = create({ MUG: false })
  expect(skus.getCurrency('MUG')).toBeNull()
  await skus.findUnknown(['MUG'], false)
  expect(skus.getCurrency('MUG')).toBe('JPY')
})

it('refuses a product that is priced in what is no currency', async () => {
  const { skus } = create({ MUG: false }, 'BGN')
  expect(await skus.findUnknown(['MUG'], true)).toEqual(['MUG'])
})

it('accepts hidden products from those who may buy them', async () => {
  const { skus } = create({ CD: true })
  expect(await skus.findUnknown(['CD'], false)).toEqual(['CD'])
  expect(await skus.findUnknown(['CD'], true)).toEqual([])
})

it('refuses nothing while Postgres is down', async () => {
  const down = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
  const skus = createSkuCache(() => Promise.reject(down))
  expect(await skus.findUnknown(['MUG'], false)).toEqual([])
})
