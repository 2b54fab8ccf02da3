/** Metrics for Prometheus: with METRICS_TOKEN, which needs no database, or as an administrator. */

import { z } from 'zod'
import { demand } from '@/app/_server/http/context'
import { defineHandler } from '@/app/_server/http/define'
import { isMetricsToken } from '@/app/_server/identity/metrics-token'
import { metricsPage } from '@/app/_server/metrics-page'
import { runtime } from '@/app/_server/runtime'

export const dynamic = 'force-dynamic'

const page = async (): Promise<Response> => {
  const { text, contentType } = await metricsPage(runtime())
  return new Response(text, { headers: { 'Content-Type': contentType, 'Cache-Control': 'no-store' } })
}

const asAdministrator = defineHandler({
  schema: z.object({}),
  auth: 'required',
  handle: async (ctx) => {
    demand(ctx, 'metrics.read')
    return page()
  },
})

export const GET: typeof asAdministrator = (request, context) =>
  isMetricsToken(runtime().env, request.headers) ? page() : asAdministrator(request, context)
