import { expect, it } from 'vitest'
import { captureConsole } from './capture-console'
import { createLogger } from './log'

it('logs an error of Next.js or of a library without its data fields', () => {
  const lines: string[] = []
  const target = { error: () => {}, warn: () => {} } as Pick<Console, 'error' | 'warn'>
  captureConsole(createLogger('info', 'web', { write: (line: string) => lines.push(line) }), target)
  const thrown = Object.assign(new Error('Failed query: insert\nparams: gold,mark@shop.example'), {
    params: ['gold'],
    cause: Object.assign(new Error('duplicate key'), { detail: 'Key (email)=(gold)' }),
  })
  target.error('⨯', thrown, { digest: '123', body: 'gold' })
  target.warn('mark@shop.example was slow')
  expect(lines.join('')).not.toMatch(/gold|mark@/)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'error',
    msg: '⨯',
    cause: { message: 'Failed query: insert', cause: { message: 'duplicate key' } },
  })
})
