/** Liveness: 200 while the process runs, whatever the state of its dependencies. */

export const dynamic = 'force-dynamic'

export const GET = (): Response =>
  Response.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } })
