import { describe, expect, it } from 'vitest'
import { classifyOrigin, isMutation, ownOrigins } from './origin'

const APP_URL = 'http://127.0.0.1:3000'
const judge = (origin?: string) =>
  classifyOrigin(new Headers(origin === undefined ? {} : { origin }), APP_URL)

describe('origins', () => {
  it('accepts our own pages under both loopback names', () => {
    expect(judge('http://127.0.0.1:3000')).toBe('own')
    expect(judge('http://localhost:3000')).toBe('own')
    expect(ownOrigins('https://shop.example')).toEqual(['https://shop.example'])
  })

  it.each([
    'https://evil.example',
    'null',
    '',
    'http://localhost:3001',
    'https://localhost:3000',
    'http://127.0.0.1:3000.evil.example',
    'http://localhost:3000/',
  ])('calls %j foreign', (origin) => {
    expect(judge(origin)).toBe('foreign')
  })

  it('distinguishes a missing Origin from a foreign one', () => {
    expect(judge()).toBe('missing')
  })

  it('recognises methods that change state', () => {
    expect(['POST', 'PUT', 'PATCH', 'DELETE'].every(isMutation)).toBe(true)
    expect(['GET', 'HEAD', 'OPTIONS'].some(isMutation)).toBe(false)
  })
})
