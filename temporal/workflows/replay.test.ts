import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode, Worker } from '@temporalio/worker'
import { DeterminismViolationError } from '@temporalio/workflow'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedCatalogue } from '../../db/seed-catalogue'
import { toWorkflowId } from '../contract/cases/case-ids'
import { ENDING_NAMES, type EndingName, runScenario } from '../testing/test-endings'
import { listRequests, RELEASED_HISTORIES, readHistory } from '../testing/test-histories'
import { startTestStack, type TestStack, testBundle } from '../testing/test-stack'

const SILENT = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} }

describe('saved histories', () => {
  it.each([...ENDING_NAMES, ...RELEASED_HISTORIES])("replays %s on today's code", async (name) => {
    const workflowBundle = await testBundle()
    await expect(
      Worker.runReplayHistory({ workflowBundle }, await readHistory(name)),
    ).resolves.toBeUndefined()
  })

  it('do not replay on a workflow with an added step', async () => {
    const workflowsPath = fileURLToPath(new URL('../testing/planted-step.fixture.ts', import.meta.url))
    const workflowBundle = await bundleWorkflowCode({ workflowsPath, logger: SILENT })
    const replayed = Worker.runReplayHistory({ workflowBundle }, await readHistory('order-completed'))
    await expect(replayed).rejects.toThrow(DeterminismViolationError)
  })
})

describe('requests of workflows', () => {
  let stack: TestStack
  beforeAll(async () => {
    stack = await startTestStack()
    await seedCatalogue(stack.db)
  })
  afterAll(() => stack.stop())

  const today = async (name: EndingName) => {
    const { caseId } = await runScenario(stack, name)
    return stack.client.workflow.getHandle(toWorkflowId(caseId)).fetchHistory()
  }

  it('have the same arguments as in the saved histories, which replay does not check', async () => {
    const [ran, saved] = await Promise.all([
      Promise.all(ENDING_NAMES.map(today)),
      Promise.all(ENDING_NAMES.map(readHistory)),
    ])
    expect(listRequests(ran)).toEqual(listRequests(saved))
  })
})
