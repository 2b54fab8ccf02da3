/** The command line of the import, and the address of the API. */

import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'

export const USAGE = `npm run import -- FILE [options]

Places an order for each row of a CSV or whitespace file. Running it again, or after it was stopped, continues:
equal keys are equal orders, so no row makes a second one.

  --mapping FILE   which column is what (default: by the ending, ops/import/orders-csv.json or cdnow.json)
  --url URL        the product; with --token, a token of the role "import"
  --stack FILE     where url and token stand instead (default .local/demo.json)
  --window N       most unfinished orders at a time (default 20); those that wait for a person do not count
  --rejects FILE   where rows that cannot be placed go (default .local/import/NAME.rejects.csv)
`

/** An invalid command line. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export interface Options {
  file: string
  mapping: string
  rejects: string
  window: number
  url: string
  token: string
}

const Stack = z.object({
  url: z.url(),
  accounts: z.array(z.object({ role: z.string(), apiToken: z.string().nullish() })),
})

const MAX_WINDOW = 1000

const parseWindow = (text: string): number => {
  const window = Number(text)
  if (!Number.isInteger(window) || window < 1 || window > MAX_WINDOW)
    throw new UsageError(`--window must be a whole number from 1 to ${MAX_WINDOW}.`)
  return window
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

const resolveApi = (given: {
  url?: string
  token?: string
  stack: string
}): { url: string; token: string } => {
  if (given.url !== undefined && given.token !== undefined) return { url: given.url, token: given.token }
  if (given.url !== undefined || given.token !== undefined)
    throw new UsageError('Give --url and --token together.')
  const stack = Stack.safeParse(readStack(given.stack))
  const token = stack.data?.accounts.find(({ role }) => role === 'import')?.apiToken
  if (!stack.success || !token)
    throw new UsageError(`${given.stack} names no account with the role "import".`)
  return { url: stack.data.url, token }
}

/** @throws UsageError for an invalid command line */
export const parseOptions = (argv: string[]): Options => {
  const { positionals, values } = parse(argv)
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new UsageError('Give one file to import.')
  const shipped = file.toLowerCase().endsWith('.csv') ? 'orders-csv.json' : 'cdnow.json'
  return {
    file,
    mapping: values.mapping ?? join(import.meta.dirname, shipped),
    rejects: values.rejects ?? join('.local', 'import', `${basename(file)}.rejects.csv`),
    window: parseWindow(values.window),
    ...resolveApi(values),
  }
}

const parse = (argv: string[]) => {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        mapping: { type: 'string' },
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
