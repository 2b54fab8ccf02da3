/** Queries of event streams and of endpoints without input. */

import { z } from 'zod'

export const EventsQuery = z.strictObject({ case: z.string().optional() })

export const EmptyQuery = z.strictObject({})
