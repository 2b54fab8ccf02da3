import { afterEach, expect, it } from 'vitest'
import { caseItem } from '../testing/case-item'
import { runBulk } from './bulk-run'
import { dismissRun, stopRun } from './bulk-store'
import { waitUnlessStopped } from './wait-unless-stopped'

afterEach(dismissRun)

it('ends the wait for another attempt once the run is being stopped', async () => {
  const run = runBulk('claim', [caseItem('a')], () => {
    setImmediate(stopRun)
    return waitUnlessStopped(3_600_000)
  })
  await expect(run).resolves.toBeUndefined()
})
