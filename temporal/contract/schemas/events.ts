/** Queries of the event streams and of calls that take nothing. */

import { z } from 'zod'

export const EventsQuery = z.strictObject({ case: z.string().optional() })

export const EmptyQuery = z.strictObject({})
