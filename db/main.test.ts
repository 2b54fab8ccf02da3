import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenDatabase, openDatabase } from './client'
import { selectVisibleProducts } from './queries/orders/products'
import { groups } from './schema/auth'
import { products } from './schema/services'
import { createEmptyDatabase } from './testing/test-database'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const run = (command: string, url: string) =>
  promisify(execFile)('node_modules/.bin/tsx', ['db/main.ts', command], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: url },
  })

describe('the command line', () => {
  let database: Awaited<ReturnType<typeof createEmptyDatabase>>
  let open: OpenDatabase
  beforeAll(async () => {
    database = await createEmptyDatabase()
    open = openDatabase(database.url, { max: 2, applicationName: 'test' })
    await run('migrate', database.url)
    await run('seed', database.url)
  })
  afterAll(async () => {
    await open.close()
    await database.drop()
  })

  it('seeds groups and a catalogue that hides only the products of imports', async () => {
    const shown = await selectVisibleProducts(open.db)
    expect(shown.length).toBeGreaterThanOrEqual(13)
    expect(shown.map(({ sku }) => sku)).not.toContain('CD-ALBUM')
    expect((await open.db.select().from(groups)).map(({ id }) => id).sort()).toEqual(['finance', 'risk'])
  })

  it('seeds again without resetting stock or the name of a group', async () => {
    await open.db.update(products).set({ available: 1, unitCents: 1 }).where(eq(products.sku, 'MUG-BLUE'))
    await open.db.update(groups).set({ name: 'Fraud' }).where(eq(groups.id, 'risk'))
    await run('seed', database.url)
    const [mug] = await open.db.select().from(products).where(eq(products.sku, 'MUG-BLUE'))
    expect(mug).toMatchObject({ available: 1, unitCents: 12_00 })
    const { rows } = await open.db.execute(sql`select name from groups where id = 'risk'`)
    expect(rows).toEqual([{ name: 'Fraud' }])
  })

  it.each([
    ['destroy', 'postgres://x', /^Usage: /],
    ['migrate', '', /^Set DATABASE_URL/],
  ])('refuses %s with %j in one sentence', async (command, url, sentence) => {
    await expect(run(command, url)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(sentence),
    })
  })
})
