import { newestOpenCase } from '@/db/queries/cases'
import { PARTS, type Part, type ProductStatus } from '@/temporal/contract/status'
import { demand, type Verb } from '../http/context'
import { live } from '../live/live'
import { type Readiness, readiness } from '../readiness'
import { databaseRest } from '../resting'
import type { Runtime } from '../runtime'

/** However many ask, the parts are asked once in this time. */
const FRESH_MS = 3_000
const DATABASE_MS = 500

interface Monitor {
  since: Map<Part, string>
  askedAt: number
  answer: Promise<ProductStatus> | null
}

const isDown = ({ parts }: Readiness, name: string): boolean =>
  parts.some((part) => (part.name === name || part.name.startsWith(`${name}:`)) && part.state === 'down')

/** Another open case to ask: one workflow may be stuck by itself. */
const anotherThan = (runtime: Runtime, caseId: string): Promise<string | null> =>
  databaseRest(runtime)
    .ask(() => newestOpenCase(runtime.db, caseId), DATABASE_MS)
    .catch(() => null)

/** True where Temporal answers, but no workflow does. */
const areWorkflowsSilent = async (runtime: Runtime, report: Readiness): Promise<boolean> => {
  const { queries } = live(runtime)
  if (isDown(report, 'temporal')) queries.forget()
  if (queries.unanswered === null) return false
  const caseId = (await anotherThan(runtime, queries.unanswered)) ?? queries.unanswered
  await queries.query(caseId).catch(() => null)
  return queries.unanswered !== null
}

const downOf = (report: Readiness, isSilent: boolean): Part[] =>
  PARTS.filter((part) => {
    // Who works for a Temporal that does not answer cannot be told, and does not matter.
    if (part === 'worker') return !isDown(report, 'temporal') && (isSilent || isDown(report, 'worker'))
    return isDown(report, part)
  })

const ask = async (runtime: Runtime, { since }: Monitor): Promise<ProductStatus> => {
  const report = await readiness(runtime)
  const asOf = new Date().toISOString()
  const down = downOf(report, await areWorkflowsSilent(runtime, report))
  for (const part of PARTS) if (!down.includes(part)) since.delete(part)
  for (const part of down) if (!since.has(part)) since.set(part, asOf)
  return { down: Object.fromEntries(since), asOf }
}

/** Which parts are down and since when, at most 3 s old; answered within 5 s whatever is down. */
export const readStatus: Verb<Record<string, never>, ProductStatus> = async (ctx) => {
  demand(ctx, 'case.list')
  const { runtime } = ctx
  const monitor = runtime.shared('status', (): Monitor => ({ since: new Map(), askedAt: 0, answer: null }))
  const now = Date.now()
  if (!monitor.answer || now - monitor.askedAt > FRESH_MS)
    Object.assign(monitor, { askedAt: now, answer: ask(runtime, monitor) })
  return monitor.answer as Promise<ProductStatus>
}
