import { defineHandler } from '@/app/_server/http/define'
import { exportReport } from '@/app/_server/verbs/export-report'
import { ExportReport } from '@/temporal/contract/schemas/report'

export const GET = defineHandler({
  schema: ExportReport,
  auth: 'required',
  input: ({ query }) => query,
  handle: async (ctx, input) => {
    const { name, text } = await exportReport(ctx, input)
    return new Response(text, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}"`,
      },
    })
  },
})
