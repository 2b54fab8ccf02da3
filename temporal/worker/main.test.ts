import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { seedCatalogue } from '../../db/seed-catalogue'
import { toWorkflowId } from '../contract/cases/case-ids'
import { placeOrder } from '../testing/test-cases'
import { startTestStack, type TestStack, testBundle } from '../testing/test-stack'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const NOWHERE = { DATABASE_URL: 'postgres://postgres@127.0.0.1:1/none', TEMPORAL_ADDRESS: '127.0.0.1:1' }

interface Running {
  process: ChildProcess
  output: { text: string }
}

const running: ChildProcess[] = []
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

const run = (env: Record<string, string>, ...args: string[]): Running => {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', 'temporal/worker/main.ts', ...args], {
    cwd: ROOT,
    env: { PATH, HOME, NODE_ENV: 'production', ...env } as NodeJS.ProcessEnv,
  })
  running.push(child)
  const output = { text: '' }
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => (output.text += String(chunk)))
  return { process: child, output }
}

/** Exit code, output and milliseconds until the end. */
const ended = async ({ process: child, output }: Running) => {
  const startedAt = performance.now()
  const [code] = child.exitCode === null ? await once(child, 'close') : [child.exitCode]
  return { code, text: output.text, tookMs: performance.now() - startedAt }
}

const ready = async ({ process: child, output }: Running): Promise<void> => {
  while (!output.text.includes('"msg":"worker ready"')) {
    if (child.exitCode !== null) throw new Error(output.text)
    await Promise.race([once(child.stdout as NodeJS.EventEmitter, 'data'), once(child, 'exit')])
  }
}

describe('a worker that cannot start', () => {
  it.each<[string, Record<string, string>, string[], RegExp]>([
    ['variables are missing', {}, [], /^The worker cannot start: DATABASE_URL must be .*$/m],
    ['a queue is unknown', NOWHERE, ['--queues', 'cart'], /^There is no queue cart\. Usage: .*$/m],
    [
      'the bundle is missing',
      { ...NOWHERE, WORKFLOW_BUNDLE: '/nowhere.js' },
      [],
      /^There is no workflow bundle at \/nowhere\.js; .*$/m,
    ],
  ])(
    'prints one sentence and exits with 1 when %s',
    async (_, env, args, sentence) => {
      const { code, text } = await ended(run(env, ...args))
      expect(code).toBe(1)
      expect(text).toMatch(sentence)
      expect(text).not.toMatch(/^\s+at /m)
    },
    20_000,
  )

  it('waits for Temporal as long as configured, and then reports that it cannot be reached', async () => {
    const { codePath } = await testBundle()
    const { code, text } = await ended(
      run({ ...NOWHERE, WORKFLOW_BUNDLE: codePath, WORKER_TEMPORAL_WAIT_MS: '500' }),
    )
    expect(code).toBe(1)
    expect(text).toMatch(/^Temporal cannot be reached: connect ECONNREFUSED 127\.0\.0\.1:1$/m)
  }, 30_000)
})

describe('two workers', () => {
  let stack: TestStack
  beforeAll(async () => {
    stack = await startTestStack({ idle: true })
    await seedCatalogue(stack.db)
  }, 30_000)
  afterAll(() => stack.stop(), 20_000)

  const start = async (): Promise<Running> =>
    run({
      DATABASE_URL: stack.database.url,
      TEMPORAL_ADDRESS: process.env.TEST_TEMPORAL_ADDRESS ?? '',
      TEMPORAL_NAMESPACE: stack.namespace,
      WORKFLOW_BUNDLE: (await testBundle()).codePath,
      CARRIER: 'shipped=0,delivered=0',
      PAYMENT_SLOW_MS: '300',
    })

  const place = (count: number): Promise<string[]> =>
    Promise.all(
      Array.from({ length: count }, (_, i) =>
        placeOrder(stack, { token: i % 2 ? 'tok_slow' : 'tok_approved' }),
      ),
    )

  /** Identities of the workers that ran workflow tasks of these orders. */
  const workersOf = async (orderIds: string[]): Promise<Set<string>> => {
    const identities = orderIds.map(async (orderId) => {
      const { events } = await stack.client.workflow.getHandle(toWorkflowId(orderId)).fetchHistory()
      return (events ?? []).flatMap((event) => event.workflowTaskStartedEventAttributes?.identity ?? [])
    })
    return new Set((await Promise.all(identities)).flat())
  }

  it('share the load; one that is stopped drains within 8 s and the other completes every order', async () => {
    const [first, second] = await Promise.all([start(), start()])
    await Promise.all([first, second].map(ready))
    const orderIds = await place(40)
    first.process.kill('SIGTERM')
    const { code, tookMs } = await ended(first)
    expect(code).toBe(0)
    expect(tookMs).toBeLessThan(8_000)
    const results = await Promise.all(
      orderIds.map((orderId) => stack.client.workflow.getHandle(toWorkflowId(orderId)).result()),
    )
    expect(results).toEqual(orderIds.map(() => expect.objectContaining({ state: 'COMPLETED' })))
    expect((await workersOf(orderIds)).size).toBe(2)
    second.process.kill('SIGINT')
    expect(await ended(second)).toMatchObject({ code: 0 })
  }, 90_000)
})
