import { caseCalls } from '@/app/_server/api/case-calls'
import { apiHandler } from '@/app/_server/api/route'
import { exportReport } from '@/app/_server/verbs/export-report'

export const GET = apiHandler(caseCalls.export, async (ctx, input) => {
  const { name, text } = await exportReport(ctx, input)
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  })
})
