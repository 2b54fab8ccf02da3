/** Alive: answers as long as the process does, whatever its parts do. */

export const dynamic = 'force-dynamic'

export const GET = (): Response =>
  Response.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } })
