/** The running product as its launcher describes it: the one thing that these tests are told. */

import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Role } from '../../temporal/contract/auth/actor'

export interface Account {
  name: string
  email: string
  password: string
  role: Role
  apiToken: string
  groups?: string[]
}

export interface Stack {
  url: string
  temporalAddress: string
  temporalNamespace: string
  temporalCli: string
  databaseUrl: string
  accounts: Account[]
  skus: { cheap: string; dear: string; scarce: string; none: string }
  sampleStatusUrl: string
  /** Opens `/api/metrics`. */
  metricsToken: string
  /** Spans that were sent, a batch in each line; absent in the demo. */
  tracesFile?: string
  /** Process ids, renewed when a part is restarted. */
  processes: { web: number; worker: number; postgres?: number; temporal?: number }
}

export const stackFile = resolve(process.env.STACK_JSON ?? join('.local', 'demo.json'))

/** The stack as it is now. */
export const readStack = (): Stack => JSON.parse(readFileSync(stackFile, 'utf8')) as Stack

export const stack = readStack()

const requireAccount = (what: string, found: Account | undefined): Account => {
  if (!found) throw new Error(`${stackFile} names no ${what}`)
  return found
}

const agentsInGroup = (group: string) =>
  stack.accounts.filter(({ role, groups }) => role === 'agent' && groups?.includes(group))

/** Two agents who may decide, one who may not, and the others, by what they are for. */
export const people = {
  ana: requireAccount('agent of the group risk', agentsInGroup('risk')[0]),
  ben: requireAccount('second agent of the group risk', agentsInGroup('risk')[1]),
  outsider: requireAccount(
    'agent outside the group risk',
    stack.accounts.find(({ role, groups }) => role === 'agent' && !groups?.includes('risk')),
  ),
  supervisor: requireAccount(
    'supervisor',
    stack.accounts.find(({ role }) => role === 'supervisor'),
  ),
  admin: requireAccount(
    'admin',
    stack.accounts.find(({ role }) => role === 'admin'),
  ),
  customer: requireAccount(
    'customer',
    stack.accounts.find(({ role }) => role === 'customer'),
  ),
  importer: requireAccount(
    'account of the role import',
    stack.accounts.find(({ role }) => role === 'import'),
  ),
}
