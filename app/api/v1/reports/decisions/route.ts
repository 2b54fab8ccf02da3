import { caseCalls } from '@/app/_server/api/case-calls'
import { apiRoute } from '@/app/_server/api/route'
import { readReport } from '@/app/_server/verbs/read-report'

export const GET = apiRoute(caseCalls.report, readReport)
