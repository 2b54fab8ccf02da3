/** Which dependencies are down, as the console shows it. */

import type { z } from 'zod'
import type { SystemStatusSchema } from './schemas/system-status-response'

export const DEPENDENCIES = ['database', 'temporal', 'worker', 'listener'] as const
export type Dependency = (typeof DEPENDENCIES)[number]

export type SystemStatus = z.output<typeof SystemStatusSchema>
