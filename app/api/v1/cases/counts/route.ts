import { caseCalls } from '@/app/_server/api/case-calls'
import { apiRoute } from '@/app/_server/api/route'
import { caseCounts } from '@/app/_server/verbs/case-counts'

export const GET = apiRoute(caseCalls.counts, caseCounts)
