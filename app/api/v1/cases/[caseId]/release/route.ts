import { apiRoute } from '@/app/_server/api/api-route'
import { taskEndpoints } from '@/app/_server/api/task-endpoints'
import { releaseCase } from '@/app/_server/cases/release-case'

export const POST = apiRoute(taskEndpoints.release, releaseCase)
