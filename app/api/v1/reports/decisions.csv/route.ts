import { apiHandler } from '@/app/_server/api/api-route'
import { exportReport } from '@/app/_server/reports/export-report'
import { caseEndpoints } from '@/temporal/contract/schemas/endpoints/case-endpoints'

export const GET = apiHandler(caseEndpoints.export, async (ctx, input) => {
  const { name, text } = await exportReport(ctx, input)
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  })
})
