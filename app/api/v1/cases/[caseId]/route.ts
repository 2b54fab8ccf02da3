import { caseCalls } from '@/app/_server/api/case-calls'
import { apiRoute } from '@/app/_server/api/route'
import { readCase } from '@/app/_server/verbs/read-case'

export const GET = apiRoute(caseCalls.read, readCase)
