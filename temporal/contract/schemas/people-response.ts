/** Responses about people. */

import { z } from 'zod'
import { ROLES } from '../auth/actor'

export const ColleaguesSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      role: z.enum(ROLES),
      groups: z.array(z.string()),
    }),
  ),
})
