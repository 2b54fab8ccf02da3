import { caseCalls } from '@/app/_server/api/case-calls'
import { apiRoute } from '@/app/_server/api/route'
import { readStatus } from '@/app/_server/verbs/read-status'

export const GET = apiRoute(caseCalls.status, readStatus)
