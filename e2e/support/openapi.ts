/** Validates responses against the OpenAPI document of the product. */

import { expect } from '@playwright/test'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { type ApiResponse, call } from './api'

interface Media {
  schema: object
}
interface Operation {
  operationId: string
  responses: Record<string, { content?: Record<string, Media>; headers?: Record<string, unknown> }>
}
interface Document {
  paths: Record<string, Record<string, Operation>>
  components: object
}

/** The same schema without additional properties, so that undescribed members fail. */
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const copy = Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, closed(part)]))
  const isOpen = !('properties' in schema) || 'additionalProperties' in schema
  return isOpen ? copy : { ...copy, additionalProperties: false }
}

export interface ApiDescription {
  operations: string[]
  /** Fails when the response does not match the description of the operation. */
  check(operationId: string, answer: ApiResponse<unknown>): void
}

const toValidator = (document: Document): ((schema: object) => ValidateFunction) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  const components = document.components
  return (schema) => ajv.compile({ ...schema, components })
}

/** Reads the OpenAPI document of the running product. */
export const loadApiDescription = async (): Promise<ApiDescription> => {
  const { body } = await call<Document>('/api/v1/openapi.json')
  const document = body
  const strict = { ...document, components: closed(document.components) as object }
  const validatorOf = toValidator(strict)
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods))
  return {
    operations: operations.map(({ operationId }) => operationId),
    check(operationId, { status, headers, body: answered }) {
      const operation = operations.find((one) => one.operationId === operationId)
      const response = operation?.responses[status]
      expect(response, `${operationId} answers ${status}, which is not described`).toBeDefined()
      const [type = '', media] = Object.entries(response?.content ?? {})[0] ?? []
      if (!media) return expect(answered).toBe('')
      expect(headers.get('content-type')).toContain(type)
      const schema = type.includes('problem') ? media.schema : (closed(media.schema) as object)
      const validate = validatorOf(schema)
      expect(validate(answered), `${operationId} ${status}: ${JSON.stringify(validate.errors)}`).toBe(true)
    },
  }
}
