/** Response about the status of the system. */

import { z } from 'zod'
import { DEPENDENCIES } from '../system-status'
import { time } from './response-fields'

export const SystemStatusSchema = z.object({
  down: z
    .partialRecord(z.enum(DEPENDENCIES), time)
    .describe('Since when a part has been down; a part that is up is absent'),
  asOf: time,
})
