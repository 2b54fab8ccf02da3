/**
 * Records the history of each kind of ending under `temporal/workflows/histories`, from real runs.
 * Run it for a new kind of ending, and for a changed workflow together with the patch that keeps old runs replaying:
 * `TEST_TEMPORAL_ADDRESS=… TEST_DATABASE_URL=… npx tsx temporal/testing/record-histories.ts [name …]`
 */

import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { historyToJSON } from '@temporalio/common/lib/proto-utils'
import { seedCatalogue } from '../../db/seed-catalogue'
import { toWorkflowId } from '../contract/cases/case-ids'
import { scrubHistory } from './scrub-history'
import { ENDING_NAMES, type EndingName, runScenario } from './test-endings'
import { toHistoryPath } from './test-histories'
import { startTestStack, type TestStack } from './test-stack'

const record = async (stack: TestStack, name: EndingName): Promise<void> => {
  const { caseId } = await runScenario(stack, name)
  const history = await stack.client.workflow.getHandle(toWorkflowId(caseId)).fetchHistory()
  await mkdir(dirname(toHistoryPath(name)), { recursive: true })
  await writeFile(toHistoryPath(name), `${scrubHistory(historyToJSON(history))}\n`)
  console.log(`${name}: ${history.events?.length} events`)
}

const requestedNames = process.argv.slice(2)
const names = ENDING_NAMES.filter((name) => requestedNames.length === 0 || requestedNames.includes(name))
const stack = await startTestStack()
try {
  await seedCatalogue(stack.db)
  for (const name of names) await record(stack, name)
} finally {
  await stack.stop()
}
