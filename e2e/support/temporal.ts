/** Temporal's command line, as an operator uses it. */

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect } from '@playwright/test'
import type { WorkflowView } from '../../temporal/contract/cases/case'
import { getCaseKind, toWorkflowId } from '../../temporal/contract/cases/case-ids'
import { QUERIES } from '../../temporal/contract/temporal-names'
import { readProjection } from './sql'
import { stack } from './stack'

const run = promisify(execFile)
const MAX_OUTPUT = 64 * 1024 * 1024

/**
 * Runs `temporal …` against the stack.
 * @returns its output
 * @throws Error with the output when it fails
 */
export const runTemporalCli = async (...args: string[]): Promise<string> => {
  const target = ['--address', stack.temporalAddress, '--namespace', stack.temporalNamespace]
  const { stdout } = await run(stack.temporalCli, [...args, ...target], { maxBuffer: MAX_OUTPUT })
  return stdout
}

const runWorkflowCommand = (verb: string, caseId: string, ...args: string[]) =>
  runTemporalCli('workflow', verb, '--workflow-id', toWorkflowId(caseId), ...args)

/** Queries the workflow for its view. The payload is decoded here, because the CLI prints empty lists as null. */
export const queryView = async <T extends WorkflowView>(caseId: string): Promise<T> => {
  const query = ['--type', QUERIES[getCaseKind(caseId)], '-o', 'json', '--no-json-shorthand-payloads']
  const out = JSON.parse(await runWorkflowCommand('query', caseId, ...query)) as {
    queryResult: { payloads: { data: string }[] }
  }
  return JSON.parse(Buffer.from(out.queryResult.payloads[0]?.data ?? '', 'base64').toString()) as T
}

/** Sends a signal with `input` as JSON text, or without input. */
export const signalWorkflow = (caseId: string, name: string, input?: string) =>
  runWorkflowCommand('signal', caseId, '--name', name, ...(input === undefined ? [] : ['--input', input]))

export const cancelWorkflow = (caseId: string) => runWorkflowCommand('cancel', caseId)

/** Resets to an event, or to the first workflow task. */
export const resetWorkflow = (caseId: string, to: number | 'first', ...args: string[]) =>
  runWorkflowCommand(
    'reset',
    caseId,
    ...(to === 'first' ? ['--type', 'FirstWorkflowTask'] : ['--event-id', String(to)]),
    '--reason',
    'e2e',
    ...args,
  )

interface HistoryEvent {
  eventId: string
  eventType: string
}

/** Reads the history of the newest run. */
export const readHistory = async (caseId: string): Promise<HistoryEvent[]> => {
  const out = await runWorkflowCommand('show', caseId, '-o', 'json')
  return (JSON.parse(out) as { events: HistoryEvent[] }).events
}

/** Ids of the completed workflow tasks, to which a run can be reset. */
export const listResetPoints = async (caseId: string): Promise<number[]> =>
  (await readHistory(caseId))
    .filter(({ eventType }) => eventType === 'EVENT_TYPE_WORKFLOW_TASK_COMPLETED')
    .map(({ eventId }) => Number(eventId))

/** Counts the failed workflow tasks. */
export const countFailedTasks = async (caseId: string): Promise<number> =>
  (await readHistory(caseId)).filter(({ eventType }) => eventType === 'EVENT_TYPE_WORKFLOW_TASK_FAILED')
    .length

export interface Execution {
  status: string
  runId: string
}

/** Describes the newest run. */
export const describeWorkflow = async (caseId: string): Promise<Execution> => {
  const out = JSON.parse(await runWorkflowCommand('describe', caseId, '-o', 'json')) as {
    workflowExecutionInfo: { status: string; execution: { runId: string } }
  }
  const { status, execution } = out.workflowExecutionInfo
  return { status, runId: execution.runId }
}

/** Finds the ids of workflows by a Visibility query. */
export const listWorkflows = async (query: string): Promise<string[]> => {
  const out = await runTemporalCli('workflow', 'list', '--query', query, '-o', 'json')
  const rows = JSON.parse(out || '[]') as { execution: { workflowId: string } }[]
  return rows.map(({ execution }) => execution.workflowId)
}

/** Without the run id: after a reset that changed nothing there is nothing to write, so the row keeps the old run. */
const comparable = ({ stream: _, runId: __, ...view }: WorkflowView) => view

/** Waits until the row of a case equals the view of its workflow. @returns the view */
export const expectRowEqualsWorkflow = async <T extends WorkflowView>(caseId: string): Promise<T> => {
  await expect(async () => {
    const view = await queryView<T>(caseId)
    const [row] = await readProjection([caseId])
    expect(row && { ...comparable(row.snapshot), version: row.version }).toEqual(comparable(view))
    expect(row?.events).toBe(view.stream.at(-1)?.id ?? 0)
  }).toPass({ timeout: 15_000, intervals: [100, 200, 500] })
  return queryView<T>(caseId)
}
