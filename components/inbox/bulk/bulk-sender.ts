/** Sends a bulk verb for one case. */

import type { QueryClient } from '@tanstack/react-query'
import { randomId } from '@/components/browser/random-id'
import { setCaseIfNewer } from '@/components/case/queries'
import { sendMutation } from '@/components/case/send-mutation'
import { toBulkMutation } from './bulk-mutation'
import type { BulkVerb } from './bulk-plan'
import type { SendItem } from './bulk-run'
import { currentRun } from './bulk-store'
import { waitUnlessStopped } from './wait-unless-stopped'

/** Attempts for one case while the server is busy or unavailable. */
const MAX_ATTEMPTS = 6

/** Retries while the server is busy, until the run is being stopped. */
export const createSender =
  (client: QueryClient, verb: BulkVerb, comment: string): SendItem =>
  async (item) => {
    const { case: view } = await sendMutation(toBulkMutation(verb, item, comment), randomId(), {
      maxAttempts: MAX_ATTEMPTS,
      wait: waitUnlessStopped,
      isStopped: () => currentRun()?.isStopping === true,
    })
    // Lists are read again once at the end of the run, and by live events.
    if (view) setCaseIfNewer(client, view)
  }
