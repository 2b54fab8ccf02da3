import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ENDPOINTS } from './endpoints/endpoints'

/** Every module of requests, so that a new field is found by itself. */
const MODULES = import.meta.glob<Record<string, unknown>>('./*-request.ts', { eager: true })

/** Strings that nobody writes: ids, keys, secrets, cursors, and lists of known words. Everything else is text. */
const NO_TEXT = [
  'actingAs',
  'assignee',
  'case',
  'caseId',
  'currentPassword',
  'cursor',
  'about',
  'actingAs',
  'after',
  'id',
  'idempotencyKey',
  'keys',
  'ids',
  'keys',
  'newPassword',
  'orderId',
  'password',
  'requestKey',
  'sessionId',
  'state',
  'token',
  'tokenId',
  'userId',
]
/** Fields of several lines. */
/** A street of several lines is split into two afterwards. */
const SEVERAL_LINES = ['comment', 'line1', 'prompt', 'reason', 'text']

interface Leaf {
  path: string
  schema: z.ZodType
}

const find = (schema: unknown, path: string): Leaf[] => {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, field]) => find(field, `${path}.${name}`))
  if (schema instanceof z.ZodArray) return find(schema.element, path)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => find(option, path))
  if (schema instanceof z.ZodTuple) return schema.def.items.flatMap((item) => find(item, path))
  if (schema instanceof z.ZodPipe) return [...find(schema.in, path), ...find(schema.out, path)]
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodCatch
  )
    return find(schema.unwrap(), path)
  return schema instanceof z.ZodString || schema instanceof z.ZodRecord || schema instanceof z.ZodLazy
    ? [{ path, schema }]
    : []
}

const schemas = Object.values(MODULES).flatMap((module) =>
  Object.entries(module).filter((entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType),
)
const leaves = [
  ...schemas.flatMap(([name, schema]) => find(schema, name)),
  ...ENDPOINTS.flatMap(({ id, input }) => find(input, id)),
]
const lastName = (path: string): string => path.split('.').at(-1) ?? ''
const texts = leaves.filter(({ path }) => !NO_TEXT.includes(lastName(path)))

const HOSTILE = 'A\u202En\u200Ba\uFEFF Mu\u0308ller\u2069'
const CLEAN = 'Ana Müller'
const HIDDEN = /[\u202A-\u202E\u2060-\u2069\u200B\uFEFF]|\u0308/

/** A text in each place that a schema of JSON has. */
const asInput = (schema: z.ZodType, text: string): unknown =>
  schema instanceof z.ZodRecord ? { [text]: [text, { [text]: text }] } : text

describe('text of requests', () => {
  it('is found in every kind of request', () => {
    const names = new Set(texts.map(({ path }) => lastName(path)))
    for (const name of [
      'name',
      'line1',
      'title',
      'prompt',
      'payload',
      'comment',
      'text',
      'reason',
      'q',
      'email',
    ])
      expect(names).toContain(name)
  })

  it.each(texts.map(({ path, schema }) => [path, schema] as const))('is normalised in %s', (_, schema) => {
    const parsed = schema.safeParse(asInput(schema, HOSTILE))
    // What is no free text, such as a day, refuses it.
    if (!parsed.success) return
    expect(parsed.data).not.toBe(HOSTILE)
    const plain = JSON.stringify(parsed.data)
    expect(plain).not.toMatch(HIDDEN)
    expect(plain.toLowerCase()).toContain(CLEAN.toLowerCase())
  })

  it.each(texts.map(({ path, schema }) => [path, schema] as const))(
    'has line breaks only where %s has lines',
    (path, schema) => {
      const parsed = schema.safeParse('a\r\nb')
      if (!parsed.success) return
      expect(parsed.data).toBe(
        SEVERAL_LINES.includes(lastName(path)) && !path.startsWith('Ban') ? 'a\nb' : 'a b',
      )
    },
  )

  it('refuses a required text in which nothing can be seen', () => {
    const required = texts.filter(({ path }) => ['name', 'line1', 'title'].includes(lastName(path)))
    const blank = required.filter(({ schema }) => schema.safeParse('\u200B\u3164 \u2800').success)
    expect(blank.map(({ path }) => path)).toEqual(['CommentCase.mentions.name', 'commentCase.mentions.name'])
  })
})
