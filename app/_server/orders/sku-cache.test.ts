import { expect, it } from 'vitest'
import { createSkuCache } from './sku-cache'

const create = (products: Record<string, boolean>) => {
  const asked: string[][] = []
  const skus = createSkuCache(async (some) => {
    asked.push([...some])
    return new Map(
      some.flatMap((sku) => (sku in products ? [[sku, { hidden: products[sku] === true }]] : [])),
    )
  })
  return { skus, asked, products }
}

it('asks for a product once, and for an unknown one each time', async () => {
  const { skus, asked, products } = create({ MUG: false })
  expect(await skus.findUnknown(['MUG', 'NEW'], false)).toEqual(['NEW'])
  products.NEW = false
  expect(await skus.findUnknown(['MUG', 'NEW'], false)).toEqual([])
  expect(await skus.findUnknown(['MUG', 'NEW'], false)).toEqual([])
  expect(asked).toEqual([['MUG', 'NEW'], ['NEW']])
})

it('has hidden products for who may buy them', async () => {
  const { skus } = create({ CD: true })
  expect(await skus.findUnknown(['CD'], false)).toEqual(['CD'])
  expect(await skus.findUnknown(['CD'], true)).toEqual([])
})

it('refuses nothing while the catalogue cannot be read', async () => {
  const away = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
  const skus = createSkuCache(() => Promise.reject(away))
  expect(await skus.findUnknown(['MUG'], false)).toEqual([])
})
