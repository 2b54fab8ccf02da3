/** Many agents, each with an account and a token of their own, made as the launcher makes those of the demo. */

import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { type Account, stack } from './stack'

const ADD = ['--import', 'tsx', 'ops/local/demo/add-accounts.ts']

/** `count` new agents who may decide what `group` is asked. */
export const createAgents = async (count: number, group = 'risk'): Promise<Account[]> => {
  const run = randomUUID().slice(0, 8)
  const people = Array.from({ length: count }, (_, n) => ({
    name: `Agent ${n + 1} of ${run}`,
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
