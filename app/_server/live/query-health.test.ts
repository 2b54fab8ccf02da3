import { expect, it } from 'vitest'
import { AppError } from '@/temporal/contract/errors'
import { trackQueryHealth } from './query-health'

const OUTAGE = new AppError('TEMPORAL_UNAVAILABLE')

const watchOf = (outcomes: Record<string, Error>) =>
  trackQueryHealth(async (caseId) => {
    const error = outcomes[caseId]
    if (error) throw error
    return caseId
  })

it('names the unanswered case until any case answers', async () => {
  const watch = watchOf({ silent: OUTAGE })
  expect(watch.unansweredCaseId).toBeNull()
  await expect(watch.query('silent')).rejects.toBe(OUTAGE)
  expect(watch.unansweredCaseId).toBe('silent')
  expect(await watch.query('other')).toBe('other')
  expect(watch.unansweredCaseId).toBeNull()
})

it('treats a refusal by a workflow as an answer', async () => {
  const watch = watchOf({ unknown: new AppError('NOT_FOUND') })
  await expect(watch.query('unknown')).rejects.toThrow()
  expect(watch.unansweredCaseId).toBeNull()
})

it('forgets unanswered queries after a reset', async () => {
  const watch = watchOf({ silent: OUTAGE })
  await expect(watch.query('silent')).rejects.toThrow()
  watch.reset()
  expect(watch.unansweredCaseId).toBeNull()
})
