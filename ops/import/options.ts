/** The command line of the import, and the address of the API. */

import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { SameRows } from './same-rows'

export const USAGE = `npm run import -- FILE [options]

Places the orders of a file of rows through the public API. Running it again, or after it was stopped, continues: no
order is placed twice. docs/import.md describes mappings, which say what the columns of a file are.

  --dry-run            places nothing: prints the first orders, sums and all rejections
  --propose            prints a mapping for a file that fits none yet, and what its first orders would be
  --mapping FILE       what the columns are (default: the one of ops/import/mappings that fits the headings)
  --encoding NAME      such as windows-1252, where the file is not UTF-8 and the mapping does not say what it is
  --same-rows-are WHAT "skip" or "new": what rows without an order number are that equal rows of another file
  --rejects FILE       where rows that cannot be placed go (default .local/import/NAME.rejects.csv); an existing file is
                       kept, and the next free number is added to the name
  --url URL            the product; with --token, a token of the role "import"
  --stack FILE         where url and token stand instead (default .local/demo.json)
  --window N           most unfinished orders at a time (default 20); those that wait for a person do not count
  --help               this text
`

/** An invalid command line. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

interface ApiAddress {
  url: string
  token: string
}

export interface Options {
  file: string
  /** Null: chosen by the headings of the file. */
  mapping: string | null
  encoding: string | undefined
  mode: 'import' | 'dry-run' | 'propose'
  sameRowsAre: SameRows | undefined
  rejects: string
  window: number
  /** Reads where the API is; only an import that places orders needs it. Throws UsageError. */
  resolveApi(): ApiAddress
}

const Stack = z.object({
  url: z.url(),
  accounts: z.array(z.object({ role: z.string(), apiToken: z.string().nullish() })),
})

const MAX_WINDOW = 1000

const parseWindow = (text: string): number => {
  const window = /^\d+$/.test(text) ? Number(text) : 0
  if (window < 1 || window > MAX_WINDOW)
    throw new UsageError(`--window must be a whole number from 1 to ${MAX_WINDOW}.`)
  return window
}

const parseSameRows = (text: string | undefined): SameRows | undefined => {
  if (text === undefined || text === 'new' || text === 'skip') return text
  throw new UsageError('--same-rows-are must be "new" or "skip".')
}

const readStack = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new UsageError(
      `${file} cannot be read: start the product with npm run demo, or give --url and --token.`,
    )
  }
}

const readApi = (given: {
  url?: string | undefined
  token?: string | undefined
  stack: string
}): ApiAddress => {
  if (given.url !== undefined && given.token !== undefined) return { url: given.url, token: given.token }
  const stack = Stack.safeParse(readStack(given.stack))
  const token = stack.data?.accounts.find(({ role }) => role === 'import')?.apiToken
  if (!stack.success || !token)
    throw new UsageError(`${given.stack} names no account with the role "import".`)
  return { url: stack.data.url, token }
}

/** Rejected rows of a file of rejected rows go beside those of the file that they come from. */
const rejectsPath = (file: string): string =>
  join('.local', 'import', `${basename(file).replace(/\.rejects(-\d+)?\.csv$/, '')}.rejects.csv`)

const parse = (argv: string[]) => {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        propose: { type: 'boolean', default: false },
        mapping: { type: 'string' },
        encoding: { type: 'string' },
        'same-rows-are': { type: 'string' },
        url: { type: 'string' },
        token: { type: 'string' },
        stack: { type: 'string', default: '.local/demo.json' },
        window: { type: 'string', default: '20' },
        rejects: { type: 'string' },
      },
    })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/**
 * @returns null where help is wanted
 * @throws UsageError for an invalid command line
 */
export const parseOptions = (argv: string[]): Options | null => {
  const { positionals, values } = parse(argv)
  if (values.help) return null
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new UsageError('Give one file to import.')
  if ((values.url === undefined) !== (values.token === undefined))
    throw new UsageError('Give --url and --token together.')
  if (values['dry-run'] && values.propose) throw new UsageError('Give --dry-run or --propose.')
  return {
    file,
    mapping: values.mapping ?? null,
    encoding: values.encoding,
    mode: values.propose ? 'propose' : values['dry-run'] ? 'dry-run' : 'import',
    sameRowsAre: parseSameRows(values['same-rows-are']),
    rejects: values.rejects ?? rejectsPath(file),
    window: parseWindow(values.window),
    resolveApi: () => readApi(values),
  }
}
