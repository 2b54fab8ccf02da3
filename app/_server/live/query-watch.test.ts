import { expect, it } from 'vitest'
import { Refusal } from '@/temporal/contract/errors'
import { watchQueries } from './query-watch'

const OUTAGE = new Refusal('TEMPORAL_UNAVAILABLE')

const watchOf = (outcomes: Record<string, Error>) =>
  watchQueries(async (caseId) => {
    const error = outcomes[caseId]
    if (error) throw error
    return caseId
  })

it('names the case that did not answer until any case answers', async () => {
  const watch = watchOf({ silent: OUTAGE })
  expect(watch.unanswered).toBeNull()
  await expect(watch.query('silent')).rejects.toBe(OUTAGE)
  expect(watch.unanswered).toBe('silent')
  expect(await watch.query('other')).toBe('other')
  expect(watch.unanswered).toBeNull()
})

it('takes no refusal of a case for silence', async () => {
  const watch = watchOf({ unknown: new Refusal('NOT_FOUND') })
  await expect(watch.query('unknown')).rejects.toThrow()
  expect(watch.unanswered).toBeNull()
})

it('forgets a silence that somebody else was the cause of', async () => {
  const watch = watchOf({ silent: OUTAGE })
  await expect(watch.query('silent')).rejects.toThrow()
  watch.forget()
  expect(watch.unanswered).toBeNull()
})
