import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { readGraph } from './module-graph.mjs'
import { checkRules } from './rules.mjs'

/** Violations in a tree with these files. @param {Record<string, string>} files */
const findViolations = (files) => {
  const root = mkdtempSync(join(tmpdir(), 'imports-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return checkRules(readGraph(root, ['app', 'components', 'db', 'temporal'])).flatMap(
    ({ violations }) => violations,
  )
}

const CONTRACT = { 'temporal/contract/a.ts': 'export const a = 1' }

it('allows imports along the layers, and types where only types are allowed', () => {
  const files = {
    ...CONTRACT,
    'temporal/activities/create-activities.ts': "import { a } from '../contract/a'\nexport type T = typeof a",
    'temporal/workflows/w.ts':
      "import type { T } from '../activities/create-activities'\nimport { a } from '../contract/a'\nexport const w: T = a",
    'components/ui/b.tsx':
      "'use client'\nimport { a } from '@/temporal/contract/a'\nexport const B = () => a",
  }
  expect(findViolations(files)).toEqual([])
})

it('finds an import against the layers, also of types and also a dynamic one', () => {
  const files = {
    ...CONTRACT,
    'app/_server/cases/v.ts': 'export const v = 1',
    'components/ui/b.tsx': "import type { v } from '@/app/_server/cases/v'\nexport type B = typeof v",
    'temporal/workflows/w.ts': "export const w = () => import('../activities/create-activities')",
    'temporal/activities/create-activities.ts': 'export const create = 1',
  }
  expect(findViolations(files).join('\n')).toMatch(
    /ui may not import cases[\s\S]*workflows may not import activities/,
  )
})

it('finds a cycle, and an import that does not resolve', () => {
  const files = {
    'temporal/contract/a.ts': "import { b } from './b'\nexport const a = b",
    'temporal/contract/b.ts': "export { a as b } from './a'",
    'temporal/contract/c.ts': "import { d } from './gone'\nexport const c = d",
  }
  const text = findViolations(files).join('\n')
  expect(text).toContain('temporal/contract/a.ts → temporal/contract/b.ts → temporal/contract/a.ts')
  expect(text).toContain('temporal/contract/c.ts → temporal/contract/gone')
})

it('finds zod that a page or a workflow loads indirectly', () => {
  const files = {
    'temporal/contract/schemas/s.ts': "import { z } from 'zod'\nexport const S = z.string()",
    'app/form.tsx': "'use client'\nimport { S } from '@/temporal/contract/schemas/s'\nexport const F = S",
    'temporal/workflows/w.ts': "import { z } from 'zod'\nexport const w = z",
  }
  const text = findViolations(files).join('\n')
  expect(text).toContain('app/form.tsx → temporal/contract/schemas/s.ts → zod')
  expect(text).toContain('temporal/workflows/w.ts → zod')
})

const SCHEMA = {
  'temporal/contract/a.ts':
    "import type { S } from './schemas/s'\nexport const LENGTH = 2\nexport type A = typeof S",
  'temporal/contract/schemas/s.ts':
    "import { z } from 'zod'\nimport { LENGTH } from '../a'\nexport const S = z.string().max(LENGTH)",
}

it('lets the contract and components take types from schemas, also where the schema uses their constants', () => {
  const page =
    "'use client'\nimport type { S } from '@/temporal/contract/schemas/s'\nexport type B = typeof S"
  expect(findViolations({ ...SCHEMA, 'components/ui/b.tsx': page })).toEqual([])
})

it('finds a schema that the contract or a component loads', () => {
  const files = {
    ...SCHEMA,
    'temporal/contract/b.ts': "import { S } from './schemas/s'\nexport const b = S",
    'components/ui/b.tsx': "import { S } from '@/temporal/contract/schemas/s'\nexport const B = S",
  }
  expect(findViolations(files).join('\n')).toMatch(
    /ui may not import schemas[\s\S]*contract may not import schemas[\s\S]*contract\/b\.ts → temporal\/contract\/schemas\/s\.ts → zod/,
  )
})

it('finds test support in production code, and a domain that imports another', () => {
  const files = {
    'db/testing/seed.ts': 'export const seed = 1',
    'db/queries/q.ts': "import { seed } from '../testing/seed'\nexport const q = seed",
    'app/_server/orders/place.ts': 'export const place = 1',
    'app/_server/cases/list.ts': "import { place } from '../orders/place'\nexport const list = place",
    'app/_server/platform/env.ts': "import { list } from '../cases/list'\nexport const env = list",
  }
  expect(findViolations(files)).toEqual([
    'app/_server/cases/list.ts → app/_server/orders/place.ts: cases may not import orders',
    'app/_server/platform/env.ts → app/_server/cases/list.ts: platform may not import cases',
    'db/queries/q.ts → db/testing/seed.ts: db may not import testing',
  ])
})

it('allows components the types of schemas, and nothing to a folder of the server without a layer', () => {
  const files = {
    ...CONTRACT,
    'temporal/contract/schemas/s.ts': 'export type S = string',
    'components/inbox/b.tsx':
      "import type { S } from '@/temporal/contract/schemas/s'\nexport const B = (s: S) => s",
    'app/_server/carts/add.ts': "import { a } from '@/temporal/contract/a'\nexport const add = a",
  }
  expect(findViolations(files)).toEqual([
    'app/_server/carts/add.ts → temporal/contract/a.ts: server may not import contract',
  ])
})

it('finds a folder with more than 30 source files, not counting tests, subfolders and primitives', () => {
  /** @param {string} folder @param {string} suffix @param {number} count */
  const filesIn = (folder, suffix, count) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`${folder}/f${n}${suffix}`, 'export {}']))
  const allowed = {
    ...filesIn('db/queries', '.ts', 30),
    ...filesIn('db/queries', '.test.ts', 5),
    ...filesIn('db/queries/cases', '.ts', 5),
    ...filesIn('components/ui', '.tsx', 31),
  }
  expect(findViolations(allowed)).toEqual([])
  expect(findViolations({ ...allowed, 'db/queries/g.ts': 'export {}' })).toEqual(['db/queries: 31 files'])
})

it('finds links that are written out, in strings, in templates and in JSX', () => {
  const files = {
    'app/(console)/inbox/page.tsx': 'export default () => <a href="/inbox?tab=mine">Mine</a>',
    'app/api/v1/cases/route.ts': "export const GET = '/api/v1/cases'",
    'components/ui/link.ts': `export const link = (origin: string, id: string) => \`\${origin}/inbox/\${id}\``,
    'components/ui/fine.ts':
      "// '/inbox' in a comment\nexport const fine = ['/inboxes', 'inbox', 'https://x.example/inbox']",
    'components/ui/link.test.ts': "export const expected = '/inbox'",
  }
  expect(findViolations(files)).toEqual([
    "app/(console)/inbox/page.tsx: '/inbox?tab=mine'",
    "app/api/v1/cases/route.ts: '/api/v1/cases'",
    "components/ui/link.ts: '/inbox/'",
  ])
})
