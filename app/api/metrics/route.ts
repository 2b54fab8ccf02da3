/** Metrics for Prometheus, with METRICS_TOKEN (works without the database) or as an administrator. */

import { z } from 'zod'
import { defineHandler } from '@/app/_server/api/define-route'
import { requirePermission } from '@/app/_server/auth/context'
import { renderMetrics } from '@/app/_server/health/metrics-route'
import { isMetricsToken } from '@/app/_server/health/metrics-token'
import { runtime } from '@/app/_server/platform/runtime'

export const dynamic = 'force-dynamic'

const respond = async (): Promise<Response> => {
  const { text, contentType } = await renderMetrics(runtime())
  return new Response(text, { headers: { 'Content-Type': contentType, 'Cache-Control': 'no-store' } })
}

const asAdministrator = defineHandler({
  schema: z.object({}),
  auth: 'required',
  handle: async (ctx) => {
    requirePermission(ctx, 'metrics.read')
    return respond()
  },
})

export const GET: typeof asAdministrator = (request, context) =>
  isMetricsToken(runtime().env, request.headers) ? respond() : asAdministrator(request, context)
