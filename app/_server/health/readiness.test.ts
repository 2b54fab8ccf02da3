import { afterAll, beforeAll, expect, it } from 'vitest'
import { createRuntime } from '../platform/runtime'
import { createTestRuntime, type TestRuntime } from '../testing/test-runtime'
import { readiness } from './readiness'

let test: TestRuntime
beforeAll(async () => {
  test = await createTestRuntime()
})
afterAll(() => test.drop())

it('reports each dependency and is not ready while one of them is down', async () => {
  const { status, parts } = await readiness(test.runtime)
  expect(status).toBe('unavailable')
  expect(Object.fromEntries(parts.map(({ name, state }) => [name, state]))).toEqual({
    database: 'up',
    temporal: 'down',
    'worker:ORDER_TASK_QUEUE': 'down',
    'worker:APPROVAL_TASK_QUEUE': 'down',
    listener: 'idle',
  })
})

it('reports a dependency that registered itself, and one that throws as down', async () => {
  const runtime = createRuntime({ ...test.runtime.env, databaseUrl: 'postgres://postgres@127.0.0.1:1/none' })
  runtime.probes.set('listener', () => {
    throw new Error('broken')
  })
  const { parts } = await readiness(runtime)
  expect(parts.map(({ name, state }) => [name, state])).toContainEqual(['listener', 'down'])
  expect(parts.map(({ name, state }) => [name, state])).toContainEqual(['database', 'down'])
  await runtime.close()
})
