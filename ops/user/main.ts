/** `npm run user -- <command>`: manages accounts and API tokens, among them the first admin. */

import { parseArgs } from 'node:util'
import { openDatabase } from '../../db/client'
import { demoFilePath } from '../local/demo/demo-file.mjs'
import { readJson } from '../local/files.mjs'
import { LOCAL } from '../local/paths.mjs'
import { COMMANDS } from './commands'
import { type CommandOptions, type CommandOutput, UsageError } from './options'

const USAGE = `Usage:
  npm run user -- add --email E --name N --role customer|agent|supervisor|admin|import [--group G]... [--password [P]]
  npm run user -- list
  npm run user -- ban --email E [--reason R]        npm run user -- unban --email E
  npm run user -- token --email E --name N [--role R] [--days N]
  npm run user -- tokens --email E                  npm run user -- revoke --id TOKEN_ID
Add --json for one line of JSON. DATABASE_URL names the database; without it the demo's is taken.`

const OPTIONS = {
  email: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  group: { type: 'string', multiple: true },
  password: { type: 'string' },
  reason: { type: 'string' },
  days: { type: 'string' },
  id: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

/** A bare `--password` asks for a generated one, but parseArgs has no options with an optional value. */
const withPasswordValue = (args: readonly string[]): string[] =>
  args.map((arg, i) => {
    const next = args[i + 1]
    return arg === '--password' && (next === undefined || next.startsWith('--')) ? '--password=' : arg
  })

const parse = (args: readonly string[]): { command: string; options: CommandOptions; isHelp: boolean } => {
  try {
    const { values, positionals } = parseArgs({
      args: withPasswordValue(args),
      options: OPTIONS,
      allowPositionals: true,
    })
    const [command = '', ...rest] = positionals
    if (rest.length > 0) throw new UsageError(`Unexpected: ${rest.join(' ')}`)
    return { command, options: values, isHelp: values.help === true || command === 'help' }
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/** The database of the running demo of this clone, or null. */
const demoDatabaseUrl = (): string | null => readJson(demoFilePath(LOCAL))?.databaseUrl ?? null

const print = (report: CommandOutput, isJson: boolean): void => {
  console.log(isJson ? JSON.stringify(report.data) : report.text)
}

const main = async (args: readonly string[]): Promise<void> => {
  const { command, options, isHelp } = parse(args)
  if (isHelp) return console.log(USAGE)
  const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command as keyof typeof COMMANDS] : null
  if (!run) throw new UsageError(command ? `Unknown command: ${command}` : 'Name a command')
  const url = process.env.DATABASE_URL || demoDatabaseUrl()
  if (!url) throw new UsageError('DATABASE_URL is missing, and no demo was started here')
  const { db, close } = openDatabase(url, { max: 1, applicationName: 'action-center-user' })
  try {
    print(await run(db, options), options.json === true)
  } finally {
    await close()
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const isUsage = error instanceof UsageError
  console.error(
    isUsage ? `${error.message}. npm run user -- --help tells how.` : `Failed: ${(error as Error).message}`,
  )
  process.exitCode = 1
})
