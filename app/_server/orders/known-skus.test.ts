import { expect, it } from 'vitest'
import { createKnownSkus } from './known-skus'

const create = (products: Record<string, boolean>) => {
  const asked: string[][] = []
  const skus = createKnownSkus(async (some) => {
    asked.push([...some])
    return new Map(
      some.flatMap((sku) => (sku in products ? [[sku, { hidden: products[sku] === true }]] : [])),
    )
  })
  return { skus, asked, products }
}

it('asks for a product once, and for an unknown one each time', async () => {
  const { skus, asked, products } = create({ MUG: false })
  expect(await skus.unknown(['MUG', 'NEW'], false)).toEqual(['NEW'])
  products.NEW = false
  expect(await skus.unknown(['MUG', 'NEW'], false)).toEqual([])
  expect(await skus.unknown(['MUG', 'NEW'], false)).toEqual([])
  expect(asked).toEqual([['MUG', 'NEW'], ['NEW']])
})

it('has hidden products for who may buy them', async () => {
  const { skus } = create({ CD: true })
  expect(await skus.unknown(['CD'], false)).toEqual(['CD'])
  expect(await skus.unknown(['CD'], true)).toEqual([])
})

it('refuses nothing while the catalogue cannot be read', async () => {
  const away = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
  const skus = createKnownSkus(() => Promise.reject(away))
  expect(await skus.unknown(['MUG'], false)).toEqual([])
})
