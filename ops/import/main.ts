/** `npm run import`: see USAGE. Exit code 0 when every row is an order, 1 when not, 130 when stopped. */

import { basename } from 'node:path'
import { AccessDenied } from './api'
import { chooseMapping } from './mapping/choose-mapping'
import { MappingError } from './mapping/read-mapping'
import { type Options, parseOptions, USAGE, UsageError } from './options'
import { buildPlan } from './orders/build-plan'
import type { Plan } from './orders/plan'
import { currencyFault, placePlan } from './place-plan'
import { propose } from './propose/propose'
import { FileFault } from './read/file-fault'
import { printable } from './read/printable'
import { readTable } from './read/table'
import { readFileBytes } from './read-file'
import { fileNotes } from './report/file-notes'
import { planReport } from './report/plan-report'

/** Message for an expected failure, or null for an unexpected one, whose stack is printed. */
const expectedFailure = (error: unknown): string | null => {
  if (error instanceof UsageError) return `${error.message}\n\n${USAGE}`
  if (error instanceof AccessDenied) return `The API does not let this import in: ${error.message}`
  if (error instanceof MappingError || error instanceof FileFault) return error.message
  const code = (error as NodeJS.ErrnoException).code
  return code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES' ? (error as Error).message : null
}

const print = (lines: readonly string[]): void => console.log(lines.join('\n'))

/** Prints the plan and places nothing. */
const dryRun = (plan: Plan, name: string): number => {
  print(planReport(plan))
  const fault = currencyFault(plan, name)
  if (fault) console.error(fault.message)
  return fault || plan.rejections.length > 0 ? 1 : 0
}

const importFile = async (options: Options): Promise<number> => {
  const file = readFileBytes(options.file)
  const { encoding } = options
  if (options.mode === 'propose') {
    print(propose({ ...file, encoding }))
    return 0
  }
  const { path, mapping } = chooseMapping({ ...file, encoding }, options.mapping)
  const table = readTable({ ...file, mapping, encoding })
  const plan = buildPlan(table, mapping, basename(file.path))
  print(fileNotes(table, plan, path))
  return options.mode === 'dry-run'
    ? dryRun(plan, basename(file.path))
    : placePlan(file, table, plan, options)
}

try {
  const options = parseOptions(process.argv.slice(2))
  if (options === null) console.log(USAGE)
  else process.exitCode = await importFile(options)
} catch (error) {
  const reason = expectedFailure(error)
  console.error(reason === null ? error : reason.split('\n').map(printable).join('\n'))
  process.exitCode = 1
}
