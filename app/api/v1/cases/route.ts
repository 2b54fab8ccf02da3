import { caseCalls } from '@/app/_server/api/case-calls'
import { apiRoute } from '@/app/_server/api/route'
import { listCases } from '@/app/_server/verbs/list-cases'

export const GET = apiRoute(caseCalls.list, listCases)
