import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { AppError } from '@/temporal/contract/errors'
import { MAX_BODY_BYTES, parseInput, readJson } from './input'

const post = (body: BodyInit, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  new Request('http://localhost/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: AppError) => error.code,
  )

/** A chunked body, without Content-Length. */
const chunked = (bytes: number): ReadableStream => {
  let left = bytes
  return new ReadableStream({
    pull(controller) {
      if (left <= 0) return controller.close()
      controller.enqueue(new Uint8Array(Math.min(left, 65_536)).fill(0x20))
      left -= 65_536
    },
  })
}

describe('readJson', () => {
  it('parses JSON, and gives undefined for an empty body', async () => {
    expect(await readJson(post('{"a":1}'))).toEqual({ a: 1 })
    expect(await readJson(post('{"a":1}', { 'content-type': 'application/json; charset=utf-8' }))).toEqual({
      a: 1,
    })
    expect(await readJson(new Request('http://localhost/', { method: 'POST' }))).toBeUndefined()
  })

  it('refuses another media type and malformed JSON', async () => {
    expect(await codeOf(readJson(post('{}', { 'content-type': 'text/plain' })))).toBe(
      'UNSUPPORTED_MEDIA_TYPE',
    )
    expect(await codeOf(readJson(post('{}', { 'content-type': 'application/jsonx' })))).toBe(
      'UNSUPPORTED_MEDIA_TYPE',
    )
    expect(await codeOf(readJson(post('{"a":')))).toBe('MALFORMED_BODY')
  })

  it('refuses more than 1 MB, with and without Content-Length', async () => {
    expect(await codeOf(readJson(post(' '.repeat(MAX_BODY_BYTES + 1))))).toBe('BODY_TOO_LARGE')
    expect(await codeOf(readJson(post(chunked(MAX_BODY_BYTES + 1))))).toBe('BODY_TOO_LARGE')
    expect(await codeOf(readJson(post(chunked(MAX_BODY_BYTES))))).toBe('MALFORMED_BODY')
  })

  it('does not trust a Content-Length that is too small', async () => {
    const request = post(chunked(MAX_BODY_BYTES + 1), {
      'content-type': 'application/json',
      'content-length': '2',
    })
    expect(await codeOf(readJson(request))).toBe('BODY_TOO_LARGE')
  })
})

describe('parseInput', () => {
  const schema = z.object({ items: z.array(z.object({ sku: z.string() })) })
  const errorsOf = (raw: unknown) => {
    try {
      parseInput(schema, raw)
    } catch (error) {
      return (error as AppError).details.errors
    }
  }

  it('reports each invalid field', () => {
    expect(errorsOf({ items: [{ sku: 'A' }, {}] })).toMatchObject([{ path: 'items.1.sku' }])
  })

  it.each(['a\0b', '\ud800', 'x\udc00'])('refuses text that no store takes: %j', (sku) => {
    expect(errorsOf({ items: [{ sku }] })).toMatchObject([{ path: 'items.0.sku' }])
  })

  it('accepts every complete character, emoji included', () => {
    expect(parseInput(schema, { items: [{ sku: 'Köln 🎉' }] })).toEqual({ items: [{ sku: 'Köln 🎉' }] })
  })

  it('refuses too deep nesting before anything recurses over it', () => {
    expect(errorsOf(JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)))).toMatchObject([
      { message: 'Is nested too deeply' },
    ])
  })
})
