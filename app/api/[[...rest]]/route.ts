/** Unknown paths under /api: a 404 problem document for every method. */

import { problemResponse, toProblem } from '@/app/_server/platform/http/problem'
import { getRequestId } from '@/app/_server/platform/http/request-id'
import { AppError } from '@/temporal/contract/errors'

const notFound = (request: Request): Response =>
  problemResponse(toProblem(new AppError('NOT_FOUND'), getRequestId(request.headers)))

export { notFound as DELETE, notFound as GET, notFound as PATCH, notFound as POST, notFound as PUT }
