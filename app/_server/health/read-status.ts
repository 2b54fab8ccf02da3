import { selectNewestOpenApproval } from '@/db/queries/cases/cases'
import { DEPENDENCIES, type Dependency, type SystemStatus } from '@/temporal/contract/system-status'
import { requirePermission, type Verb } from '../auth/context'
import { live } from '../live/live'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'
import type { Runtime } from '../platform/runtime'
import { type Readiness, readiness } from './readiness'

/** However many ask, the parts are asked once in this time. */
const FRESH_MS = 3_000
const DATABASE_MS = 500

interface Monitor {
  since: Map<Dependency, string>
  askedAt: number
  answer: Promise<SystemStatus> | null
}

const isDown = ({ parts }: Readiness, name: string): boolean =>
  parts.some((part) => (part.name === name || part.name.startsWith(`${name}:`)) && part.state === 'down')

/** Another open case to ask: one workflow may be stuck by itself. */
const findOtherOpenCase = (runtime: Runtime, caseId: string): Promise<string | null> =>
  databaseBreaker(runtime)
    .execute(() => selectNewestOpenApproval(runtime.db, caseId), DATABASE_MS)
    .catch(() => null)

/** True where Temporal answers, but no workflow does. */
const areWorkflowsSilent = async (runtime: Runtime, report: Readiness): Promise<boolean> => {
  const { queries } = live(runtime)
  if (isDown(report, 'temporal')) queries.reset()
  if (queries.unansweredCaseId === null) return false
  const caseId = (await findOtherOpenCase(runtime, queries.unansweredCaseId)) ?? queries.unansweredCaseId
  await queries.query(caseId).catch(() => null)
  return queries.unansweredCaseId !== null
}

const listDown = (report: Readiness, isSilent: boolean): Dependency[] =>
  DEPENDENCIES.filter((part) => {
    // Who works for a Temporal that does not answer cannot be told, and does not matter.
    if (part === 'worker') return !isDown(report, 'temporal') && (isSilent || isDown(report, 'worker'))
    return isDown(report, part)
  })

const checkStatus = async (runtime: Runtime, { since }: Monitor): Promise<SystemStatus> => {
  const report = await readiness(runtime)
  const asOf = new Date().toISOString()
  const down = listDown(report, await areWorkflowsSilent(runtime, report))
  for (const part of DEPENDENCIES) if (!down.includes(part)) since.delete(part)
  for (const part of down) if (!since.has(part)) since.set(part, asOf)
  return { down: Object.fromEntries(since), asOf }
}

/** Which parts are down and since when, at most 3 s old; answered within 5 s whatever is down. */
export const readStatus: Verb<Record<string, never>, SystemStatus> = async (ctx) => {
  requirePermission(ctx, 'case.list')
  const { runtime } = ctx
  const monitor = runtime.shared('status', (): Monitor => ({ since: new Map(), askedAt: 0, answer: null }))
  const now = Date.now()
  if (!monitor.answer || now - monitor.askedAt > FRESH_MS)
    Object.assign(monitor, { askedAt: now, answer: checkStatus(runtime, monitor) })
  return monitor.answer as Promise<SystemStatus>
}
