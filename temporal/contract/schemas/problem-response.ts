/** The problem document of every error. */

import { z } from 'zod'
import { ERRORS, type ErrorCode } from '../errors'

const fieldError = z.object({
  path: z.string().describe('Dotted; empty for the whole input'),
  message: z.string(),
})

/** A problem document (RFC 9457); details of the refusal are further members. */
export const ProblemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]).describe('Stable; titles may be reworded'),
  requestId: z.string().describe('Name it when you ask for help'),
  errors: z.array(fieldError).optional().describe('What was wrong with which field'),
})
