import type { ActivityInterceptorsFactory } from '@temporalio/worker'
import { describe, expect, it } from 'vitest'
import { createActivityInterceptor } from './activity-interceptor'
import { createLog } from './log'
import type { WorkerMeter } from './metrics'

type Counted = Parameters<WorkerMeter['recordActivity']>[0]

const CASE_ID = `ord_${'0'.repeat(26)}`
const INFO = {
  activityType: 'notify',
  isLocal: false,
  attempt: 1,
  workflowExecution: { workflowId: `order:${CASE_ID}`, runId: 'run-1' },
}

/** Runs `work` as an activity; gives what was thrown, counted and logged. */
const run = async (work: () => Promise<unknown>) => {
  const counted: Counted[] = []
  const lines: string[] = []
  const meter: WorkerMeter = {
    recordActivity: (one) => counted.push(one),
    recordWrite: () => {},
    setFastBreakerOpen: () => {},
    setBacklog: () => {},
  }
  const log = createLog('info', { write: (line: string) => lines.push(line) })
  const context = { info: INFO } as unknown as Parameters<ActivityInterceptorsFactory>[0]
  const execute = createActivityInterceptor(meter, log)(context).inbound?.execute
  const error = await execute?.({ args: [], headers: {} }, work).then(
    () => null,
    (thrown: unknown) => thrown as Error,
  )
  return { error, counted, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) }
}

describe('an activity', () => {
  it('is counted and logged with the ids of its workflow and case', async () => {
    const { counted, lines } = await run(async () => 'done')
    expect(counted).toEqual([
      { activity: 'notify', outcome: 'ok', isLocal: false, seconds: expect.any(Number) },
    ])
    expect(lines).toEqual([
      expect.objectContaining({
        caseId: CASE_ID,
        workflowId: `order:${CASE_ID}`,
        runId: 'run-1',
        outcome: 'ok',
      }),
    ])
  })

  it('that fails throws a code, and its log line keeps the statement and the stack without the parameters', async () => {
    const cause = Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' })
    const failed = Object.assign(new Error('Failed query: insert\nparams: gold', { cause }), {
      params: ['gold'],
    })
    const { error, counted, lines } = await run(() => Promise.reject(failed))
    expect(error).toMatchObject({
      type: 'DATABASE_TIMED_OUT',
      message: 'The database did not answer in time',
    })
    expect(counted).toMatchObject([{ outcome: 'failed' }])
    expect(lines).toMatchObject([
      {
        level: 'warn',
        caseId: CASE_ID,
        err: { message: 'Failed query: insert', stack: expect.any(String), cause: { code: '57014' } },
      },
    ])
    expect(JSON.stringify(lines)).not.toContain('gold')
  })
})
