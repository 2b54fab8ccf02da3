import { selectNewestOpenApproval } from '@/db/queries/cases/cases'
import { DEPENDENCIES, type Dependency, type SystemStatus } from '@/temporal/contract/system-status'
import { requirePermission, type Verb } from '../auth/context'
import { live } from '../live/live'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'
import type { Runtime } from '../platform/runtime'
import { type Readiness, readiness } from './readiness'

/** Dependencies are probed at most once in this time, however many browsers poll. */
const FRESH_MS = 3_000
const DATABASE_TIMEOUT_MS = 500

interface Monitor {
  since: Map<Dependency, string>
  checkedAtMs: number
  status: Promise<SystemStatus> | null
}

const isDown = ({ parts }: Readiness, dependency: string): boolean =>
  parts.some(
    ({ name, state }) => (name === dependency || name.startsWith(`${dependency}:`)) && state === 'down',
  )

/** Another open case to query, since one workflow may be stuck by itself. */
const findOtherOpenCase = (runtime: Runtime, caseId: string): Promise<string | null> =>
  databaseBreaker(runtime)
    .execute(() => selectNewestOpenApproval(runtime.db, caseId), DATABASE_TIMEOUT_MS)
    .catch(() => null)

/** True while Temporal answers, but no workflow does. */
const areWorkflowsSilent = async (runtime: Runtime, report: Readiness): Promise<boolean> => {
  const { queries } = live(runtime)
  if (isDown(report, 'temporal')) queries.reset()
  if (queries.unansweredCaseId === null) return false
  const caseId = (await findOtherOpenCase(runtime, queries.unansweredCaseId)) ?? queries.unansweredCaseId
  await queries.query(caseId).catch(() => null)
  return queries.unansweredCaseId !== null
}

const listDown = (report: Readiness, isSilent: boolean): Dependency[] =>
  DEPENDENCIES.filter((dependency) => {
    // While Temporal does not answer, the state of its workers is unknown and does not matter.
    if (dependency === 'worker') return !isDown(report, 'temporal') && (isSilent || isDown(report, 'worker'))
    return isDown(report, dependency)
  })

const checkStatus = async (runtime: Runtime, { since }: Monitor): Promise<SystemStatus> => {
  const report = await readiness(runtime)
  const asOf = new Date().toISOString()
  const down = listDown(report, await areWorkflowsSilent(runtime, report))
  for (const dependency of DEPENDENCIES) if (!down.includes(dependency)) since.delete(dependency)
  for (const dependency of down) if (!since.has(dependency)) since.set(dependency, asOf)
  return { down: Object.fromEntries(since), asOf }
}

/** The dependencies that are down and since when, at most 3 s old; returned within 5 s whatever is down. */
export const readStatus: Verb<Record<string, never>, SystemStatus> = async (ctx) => {
  requirePermission(ctx, 'case.list')
  const { runtime } = ctx
  const monitor = runtime.shared(
    'status-monitor',
    (): Monitor => ({ since: new Map(), checkedAtMs: 0, status: null }),
  )
  const now = Date.now()
  if (!monitor.status || now - monitor.checkedAtMs > FRESH_MS)
    Object.assign(monitor, { checkedAtMs: now, status: checkStatus(runtime, monitor) })
  return monitor.status as Promise<SystemStatus>
}
