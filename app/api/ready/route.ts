/** Readiness: each dependency with state and latency; 503 while one is down or the process is draining. */

import { readiness } from '@/app/_server/health/readiness'
import { runtime } from '@/app/_server/platform/runtime'

export const dynamic = 'force-dynamic'

export const GET = async (): Promise<Response> => {
  const report = await readiness(runtime())
  return Response.json(report, {
    status: report.status === 'ready' ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  })
}
