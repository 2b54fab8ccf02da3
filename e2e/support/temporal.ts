/** Temporal's own command line, as an operator uses it. */

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect } from '@playwright/test'
import type { View } from '../../temporal/contract/case'
import { kindOf, workflowIdOf } from '../../temporal/contract/ids'
import { QUERIES } from '../../temporal/contract/messages'
import { projectionOf } from './sql'
import { stack } from './stack'

const run = promisify(execFile)
const MAX_OUTPUT = 64 * 1024 * 1024

/**
 * Runs `temporal …` against the stack and gives its output.
 * @throws Error with the output when it fails
 */
export const temporal = async (...args: string[]): Promise<string> => {
  const target = ['--address', stack.temporalAddress, '--namespace', stack.temporalNamespace]
  const { stdout } = await run(stack.temporalCli, [...args, ...target], { maxBuffer: MAX_OUTPUT })
  return stdout
}

const workflow = (verb: string, caseId: string, ...args: string[]) =>
  temporal('workflow', verb, '--workflow-id', workflowIdOf(caseId), ...args)

/** The view that the workflow itself gives. The payload is read raw: the short form shows empty lists as null. */
export const queryView = async <T extends View>(caseId: string): Promise<T> => {
  const query = ['--type', QUERIES[kindOf(caseId)], '-o', 'json', '--no-json-shorthand-payloads']
  const out = JSON.parse(await workflow('query', caseId, ...query)) as {
    queryResult: { payloads: { data: string }[] }
  }
  return JSON.parse(Buffer.from(out.queryResult.payloads[0]?.data ?? '', 'base64').toString()) as T
}

/** Sends a signal; `input` is JSON text, or nothing at all. */
export const signal = (caseId: string, name: string, input?: string) =>
  workflow('signal', caseId, '--name', name, ...(input === undefined ? [] : ['--input', input]))

export const cancel = (caseId: string) => workflow('cancel', caseId)

/** Resets to an event, or to the first workflow task. Gives nothing: the new run is found by the id. */
export const reset = (caseId: string, to: number | 'first', ...args: string[]) =>
  workflow(
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

/** The newest run's history. */
export const historyOf = async (caseId: string): Promise<HistoryEvent[]> => {
  const out = await workflow('show', caseId, '-o', 'json')
  return (JSON.parse(out) as { events: HistoryEvent[] }).events
}

/** Ids of the finished workflow tasks: the points to which a reset may go. */
export const resetPointsOf = async (caseId: string): Promise<number[]> =>
  (await historyOf(caseId))
    .filter(({ eventType }) => eventType === 'EVENT_TYPE_WORKFLOW_TASK_COMPLETED')
    .map(({ eventId }) => Number(eventId))

/** Workflow tasks that failed: each is a run that was wedged for a while. */
export const failedTasksOf = async (caseId: string): Promise<number> =>
  (await historyOf(caseId)).filter(({ eventType }) => eventType === 'EVENT_TYPE_WORKFLOW_TASK_FAILED').length

export interface Execution {
  status: string
  runId: string
}

/** How Temporal sees the newest run. */
export const describe = async (caseId: string): Promise<Execution> => {
  const out = JSON.parse(await workflow('describe', caseId, '-o', 'json')) as {
    workflowExecutionInfo: { status: string; execution: { runId: string } }
  }
  const { status, execution } = out.workflowExecutionInfo
  return { status, runId: execution.runId }
}

/** Ids of the workflows that a Visibility query finds. */
export const listWorkflows = async (query: string): Promise<string[]> => {
  const out = await temporal('workflow', 'list', '--query', query, '-o', 'json')
  const rows = JSON.parse(out || '[]') as { execution: { workflowId: string } }[]
  return rows.map(({ execution }) => execution.workflowId)
}

/** A reset to a point after which nothing changed leaves nothing to write, so the row may still name the run before. */
const comparable = ({ stream: _, runId: __, ...view }: View) => view

/** Waits until the row of a case says exactly what its workflow says, and gives the view. */
export const expectRowEqualsWorkflow = async <T extends View>(caseId: string): Promise<T> => {
  await expect(async () => {
    const view = await queryView<T>(caseId)
    const [row] = await projectionOf([caseId])
    expect(row && { ...comparable(row.snapshot), version: row.version }).toEqual(comparable(view))
    expect(row?.events).toBe(view.stream.at(-1)?.id ?? 0)
  }).toPass({ timeout: 15_000, intervals: [100, 200, 500] })
  return queryView<T>(caseId)
}
