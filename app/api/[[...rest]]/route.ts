/** Addresses under /api that nothing answers: a problem document, whatever the method. */

import { problemResponse, toProblem } from '@/app/_server/http/problem'
import { requestIdOf } from '@/app/_server/http/request-id'
import { Refusal } from '@/temporal/contract/errors'

const notFound = (request: Request): Response =>
  problemResponse(toProblem(new Refusal('NOT_FOUND'), requestIdOf(request.headers)))

export { notFound as DELETE, notFound as GET, notFound as PATCH, notFound as POST, notFound as PUT }
