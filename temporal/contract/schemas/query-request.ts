/** Queries of event streams and of endpoints without input. */

import { z } from 'zod'

export const EventsQuery = z.strictObject({
  case: z.string().optional(),
  actingAs: z
    .string()
    .optional()
    .describe('Id of the account that the page was drawn for; another session is refused'),
})

export const EmptyQuery = z.strictObject({})
