import { PARTS, type Part, type ProductStatus } from '@/temporal/contract/status'
import { demand, type Verb } from '../http/context'
import { live } from '../live/live'
import { type Readiness, readiness } from '../readiness'
import type { Runtime } from '../runtime'

/** However many ask, the parts are asked once in this time. */
const FRESH_MS = 3_000

interface Monitor {
  since: Map<Part, string>
  askedAt: number
  answer: Promise<ProductStatus> | null
}

const isDown = ({ parts }: Readiness, name: string): boolean =>
  parts.some((part) => (part.name === name || part.name.startsWith(`${name}:`)) && part.state === 'down')

const downOf = (report: Readiness, isSilent: boolean): Part[] =>
  PARTS.filter((part) => {
    // Who works for a Temporal that does not answer cannot be told, and does not matter.
    if (part === 'worker') return !isDown(report, 'temporal') && (isSilent || isDown(report, 'worker'))
    return isDown(report, part)
  })

const ask = async (runtime: Runtime, { since }: Monitor): Promise<ProductStatus> => {
  const report = await readiness(runtime)
  const asOf = new Date().toISOString()
  const down = downOf(report, live(runtime).isSilent)
  for (const part of PARTS) if (!down.includes(part)) since.delete(part)
  for (const part of down) if (!since.has(part)) since.set(part, asOf)
  return { down: Object.fromEntries(since), asOf }
}

/** Which parts are down and since when, at most 3 s old; answered within 3 s whatever is down. */
export const readStatus: Verb<Record<string, never>, ProductStatus> = async (ctx) => {
  demand(ctx, 'case.list')
  const { runtime } = ctx
  const monitor = runtime.shared('status', (): Monitor => ({ since: new Map(), askedAt: 0, answer: null }))
  const now = Date.now()
  if (!monitor.answer || now - monitor.askedAt > FRESH_MS)
    Object.assign(monitor, { askedAt: now, answer: ask(runtime, monitor) })
  return monitor.answer as Promise<ProductStatus>
}
