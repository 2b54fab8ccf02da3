import { caseCalls } from '@/app/_server/api/case-calls'
import { apiStartRoute } from '@/app/_server/api/route'
import { startApproval } from '@/app/_server/verbs/start-approval'

export const POST = apiStartRoute(caseCalls.start, startApproval, ({ approval }) => approval)
