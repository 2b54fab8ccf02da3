/** The running demo, as benches use it. */

import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const STACK_FILE = process.env.STACK_JSON ?? join(import.meta.dirname, '../../.local/demo.json')

export interface Account {
  name: string
  email: string
  password: string
  role: string
  apiToken: string
  groups?: string[]
}

export interface Demo {
  url: string
  databaseUrl: string
  accounts: Account[]
}

/** @throws Error where no demo runs */
export const readDemo = (): Demo => {
  try {
    return JSON.parse(readFileSync(STACK_FILE, 'utf8')) as Demo
  } catch {
    throw new Error('Start the demo first: npm run demo')
  }
}

/** Starts an approval for the group risk as a supervisor does. @returns its id */
export const startApproval = async ({ url, accounts }: Demo, title: string): Promise<string> => {
  const supervisor = accounts.find(({ role }) => role === 'supervisor')
  if (!supervisor) throw new Error('The demo has no supervisor')
  const response = await fetch(`${url}/api/v1/approvals`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${supervisor.apiToken}`,
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify({ title, group: 'risk', amountCents: 12_500, currency: 'USD' }),
  })
  if (!response.ok) throw new Error(`No approval: ${response.status} ${await response.text()}`)
  return ((await response.json()) as { caseId: string }).caseId
}
