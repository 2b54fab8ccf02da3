/** The OpenAPI document, made from the endpoints that the routes parse by. */

import type { z } from 'zod'
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiResponseObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi'
import { ERRORS, type ErrorCode } from '@/temporal/contract/errors'
import { CaseActionResponseSchema, DecisionResponseSchema } from '@/temporal/contract/schemas/action-response'
import {
  ApprovalDataSchema,
  CaseItemSchema,
  CaseListSchema,
  CaseViewSchema,
  OrderDataSchema,
} from '@/temporal/contract/schemas/case-response'
import { type Endpoint, TAGS } from '@/temporal/contract/schemas/endpoints/endpoint'
import { ENDPOINTS } from '@/temporal/contract/schemas/endpoints/endpoints'
import { OrderResponseSchema } from '@/temporal/contract/schemas/order-response'
import { ProblemSchema } from '@/temporal/contract/schemas/problem-response'
import {
  activeInteraction,
  activityStreamItem,
  approvalDecision,
  approvalState,
  caseState,
  orderState,
  person,
} from '@/temporal/contract/schemas/response-fields'
import { COOKIE_PREFIX } from '../auth/better-auth'
import { IDEMPOTENCY_KEY_PATTERN } from '../platform/http/idempotency-key'
import { getEndpointErrors } from './endpoint-errors'
import { exampleIn, exampleKey, membersIn, toObjectSchema } from './input-location'

type JSONSchema = z.core.JSONSchema.BaseSchema
export type OpenApiDocument = ReturnType<typeof createDocument>

const RETRY_LATER: readonly number[] = [429, 503]
const KEY_DESCRIPTIONS = {
  start: 'Names what is started: the same key and body are the same thing, another body is refused.',
  mutation: 'Names this press, so that a repetition acts once.',
} as const

const header = (description: string, type: 'string' | 'integer' = 'string') => ({
  description,
  schema: { type } as const,
})
const REQUEST_ID = { 'X-Request-Id': header('Names this request in our logs') }
const RETRY_AFTER = { 'Retry-After': header('Seconds to wait before the next try', 'integer') }
const REPLAYED = { 'Idempotent-Replayed': header('`true` where this is the answer that was given before') }

const errorResponse = (status: number, codes: readonly ErrorCode[]): ZodOpenApiResponseObject => ({
  description: codes.map((code) => `\`${code}\` ${ERRORS[code].title}.`).join('\n'),
  headers: { ...REQUEST_ID, ...(RETRY_LATER.includes(status) ? RETRY_AFTER : {}) },
  content: {
    'application/problem+json': {
      schema: {
        allOf: [
          { $ref: '#/components/schemas/Problem' },
          { type: 'object', properties: { code: { enum: [...codes] }, status: { const: status } } },
        ],
      },
    },
  },
})

const successResponse = ({ response, media, success, key }: Endpoint): ZodOpenApiResponseObject => ({
  description: success === 201 ? 'Started' : 'Done',
  headers: { ...REQUEST_ID, ...(key === 'start' ? REPLAYED : {}) },
  ...(success === 204 ? {} : { content: { [media ?? 'application/json']: { schema: response } } }),
})

const pendingResponse = ({ response }: Endpoint): ZodOpenApiResponseObject => ({
  description: 'Not known yet whether it was carried out. Send it again, with the same key.',
  headers: REQUEST_ID,
  content: { 'application/json': { schema: response } },
})

/** Node.js refuses it before the product sees it, without a body. */
const HEADERS_TOO_LARGE: ZodOpenApiResponseObject = {
  description: 'The address and the headers are longer than 16 KB.',
}

const toResponses = (endpoint: Endpoint): ZodOpenApiResponsesObject => ({
  [`${endpoint.success ?? 200}`]: successResponse(endpoint),
  ...(endpoint.mayPend ? { 202: pendingResponse(endpoint) } : {}),
  ...Object.fromEntries(
    [...getEndpointErrors(endpoint)].map(([status, codes]) => [`${status}`, errorResponse(status, codes)]),
  ),
  431: HEADERS_TOO_LARGE,
})

const keyParameter = (endpoint: Endpoint) =>
  endpoint.key
    ? [
        {
          name: 'Idempotency-Key',
          in: 'header' as const,
          required: endpoint.key === 'start',
          description: KEY_DESCRIPTIONS[endpoint.key],
          schema: { type: 'string' as const, pattern: IDEMPOTENCY_KEY_PATTERN, maxLength: 255 },
          example: exampleKey(endpoint),
        },
      ]
    : []

const toRequestBody = (endpoint: Endpoint): Pick<ZodOpenApiOperationObject, 'requestBody'> => {
  const schema = toObjectSchema(membersIn(endpoint, 'body'))
  if (!schema) return {}
  const example = exampleIn(endpoint, 'body')
  const required = !schema.safeParse({}).success
  return { requestBody: { required, content: { 'application/json': { schema, example } } } }
}

const toOperation = (endpoint: Endpoint): ZodOpenApiOperationObject => {
  const [path, query] = [
    toObjectSchema(membersIn(endpoint, 'path')),
    toObjectSchema(membersIn(endpoint, 'query')),
  ]
  return {
    operationId: endpoint.id,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    description: [endpoint.details, `Who may: ${endpoint.who}.`].filter(Boolean).join('\n\n'),
    security: endpoint.auth === 'required' ? [{ token: [] }, { session: [] }] : [{}],
    requestParams: { ...(path && { path }), ...(query && { query }) },
    parameters: keyParameter(endpoint),
    ...toRequestBody(endpoint),
    responses: toResponses(endpoint),
  }
}

/** Adds examples to parameters; a schema cannot hold them. */
const addExamples = (document: OpenApiDocument): OpenApiDocument => {
  for (const endpoint of ENDPOINTS) {
    const examples = { ...exampleIn(endpoint, 'path'), ...exampleIn(endpoint, 'query') }
    for (const parameter of document.paths?.[endpoint.path]?.[endpoint.method]?.parameters ?? [])
      if ('name' in parameter && parameter.name in examples) parameter.example = examples[parameter.name]
  }
  return document
}

const INFO = `JSON in and out. A refusal is a problem document (RFC 9457) with a stable \`code\` and a \`requestId\`. An id that does not exist and one that you may not see answer the same 404. Money is an integer of the currency’s minor unit, in members that end in \`Cents\`, with an ISO 4217 code: \`5800\` is 58.00 USD, 5,800 JPY and 5.800 KWD. Times are ISO 8601 in UTC. Answers may gain members. Lengths of texts count characters; what is invisible is removed from them, and \`visible-text\` holds something that can be seen. An address answers 405 to the methods that are not listed here, and names its methods in \`Allow\`.`

/** Removes redundant keywords, and lets responses gain members without a new version. */
const simplifySchema = (schema: JSONSchema, io: 'input' | 'output'): void => {
  if (io === 'output' && schema.additionalProperties === false) delete schema.additionalProperties
  // The format says the same as a pattern of 300 characters.
  if (schema.format === 'date-time' || schema.format === 'date') delete schema.pattern
  if (io === 'input') return
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
}

/** Creates the document. @param appUrl origin of the API */
export const createOpenApiDocument = (appUrl: string): OpenApiDocument => {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {}
  for (const endpoint of ENDPOINTS)
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: toOperation(endpoint) }
  const document = createDocument(
    {
      openapi: '3.1.1',
      info: { title: 'Action Center', version: '1', description: INFO },
      servers: [{ url: appUrl }],
      tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
      components: {
        schemas: {
          Problem: ProblemSchema,
          CaseList: CaseListSchema,
          CaseItem: CaseItemSchema,
          Case: CaseViewSchema,
          OrderData: OrderDataSchema,
          ApprovalData: ApprovalDataSchema,
          ActivityStreamItem: activityStreamItem,
          ActiveInteraction: activeInteraction,
          CaseReply: CaseActionResponseSchema,
          DecisionReply: DecisionResponseSchema,
          ApprovalDecision: approvalDecision,
          Order: OrderResponseSchema,
          Person: person,
          CaseState: caseState,
          OrderState: orderState,
          ApprovalState: approvalState,
        },
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', description: 'An API token with a role' },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: `${COOKIE_PREFIX}.session_token`,
            description:
              'The session of a browser, from our own origin; `__Secure-` stands before it on HTTPS',
          },
        },
      },
      paths,
    },
    {
      override: ({ jsonSchema, io }) => simplifySchema(jsonSchema, io),
    },
  )
  return addExamples(document)
}

let cached: { appUrl: string; document: OpenApiDocument } | null = null

/** The document, created once for each process. */
export const getOpenApiDocument = (appUrl: string): OpenApiDocument => {
  if (cached?.appUrl !== appUrl) cached = { appUrl, document: createOpenApiDocument(appUrl) }
  return cached.document
}
