/** Creates accounts and tokens of agents, like the launcher does for the demo. */

import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { type Account, stack } from './stack'

const ADD = ['--import', 'tsx', 'ops/local/demo/add-accounts.ts']

/** Creates `count` agents of the group `group`; all are called `name`, where given. */
export const createAgents = async (count: number, group = 'risk', name?: string): Promise<Account[]> => {
  const run = randomUUID().slice(0, 8)
  const people = Array.from({ length: count }, (_, n) => ({
    name: name ?? `Agent ${n + 1} of ${run}`,
    email: `agent-${n + 1}-${run}@e2e.example`,
    role: 'agent' as const,
    groups: [group],
    password: randomUUID(),
  }))
  const child = spawn(process.execPath, ADD, {
    env: { ...process.env, DATABASE_URL: stack.databaseUrl },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(JSON.stringify(people))
  const tokens = JSON.parse(await text(child.stdout)) as string[]
  return people.map((person, n) => ({ ...person, apiToken: tokens[n] ?? '' }))
}
