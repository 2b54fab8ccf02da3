import { apiHandler } from '@/app/_server/api/api-route'
import { caseEndpoints } from '@/app/_server/api/case-endpoints'
import { exportReport } from '@/app/_server/reports/export-report'

export const GET = apiHandler(caseEndpoints.export, async (ctx, input) => {
  const { name, text } = await exportReport(ctx, input)
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  })
})
