/** The running product as its launcher describes it: the only input of these tests. */

import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Account, DemoFile } from '../../ops/local/demo/demo-file.mjs'

export type { Account }

/** `demo.json` as the launcher writes it: a running stack has a CLI, a sample order, a web and a worker. */
export type Stack = DemoFile & {
  temporalCli: string
  sampleStatusUrl: string
  processes: Record<'web' | 'worker', number>
}

export const stackFile = resolve(process.env.STACK_JSON ?? join('.local', 'demo.json'))

/** Reads the file again: process ids change when a process is restarted. */
export const readStack = (): Stack => JSON.parse(readFileSync(stackFile, 'utf8')) as Stack

export const stack = readStack()

const requireAccount = (what: string, found: Account | undefined): Account => {
  if (!found) throw new Error(`${stackFile} names no ${what}`)
  return found
}

const agentsInGroup = (group: string) =>
  stack.accounts.filter(({ role, groups }) => role === 'agent' && groups.includes(group))

/** Two agents who may decide, one who may not, and one account of each other role. */
export const people = {
  ana: requireAccount('agent of the group risk', agentsInGroup('risk')[0]),
  ben: requireAccount('second agent of the group risk', agentsInGroup('risk')[1]),
  outsider: requireAccount(
    'agent outside the group risk',
    stack.accounts.find(({ role, groups }) => role === 'agent' && !groups.includes('risk')),
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
