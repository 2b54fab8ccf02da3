import { randomUUID } from 'node:crypto'
import { createApiClient } from '../local/api-client.mjs'
import type { DemoInfo } from '../local/demo/demo-file.mjs'

/** Starts an approval for the group risk as a supervisor. @returns its id */
export const startApproval = async ({ url, accounts }: DemoInfo, title: string): Promise<string> => {
  const supervisor = accounts.find(({ role }) => role === 'supervisor')
  if (!supervisor) throw new Error('The demo has no supervisor')
  const body = { title, group: 'risk', amountCents: 12_500, currency: 'USD' }
  const api = createApiClient(url, supervisor.apiToken)
  const { caseId } = await api('POST', '/approvals', body, { 'idempotency-key': randomUUID() })
  return caseId
}
