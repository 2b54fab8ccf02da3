import { apiRoute } from '@/app/_server/api/api-route'
import { releaseCase } from '@/app/_server/cases/release-case'
import { taskEndpoints } from '@/temporal/contract/schemas/endpoints/task-endpoints'

export const POST = apiRoute(taskEndpoints.release, releaseCase)
