import { expect, it } from 'vitest'
import { createLogger } from './log'

const written = (write: (log: ReturnType<typeof createLogger>) => void): string => {
  const lines: string[] = []
  write(createLogger('info', 'web', { write: (line: string) => lines.push(line) }))
  return lines.join('')
}

it('writes one JSON line with its level as a word', () => {
  expect(JSON.parse(written((log) => log.info({ caseId: 'ord_1' }, 'message')))).toMatchObject({
    level: 'info',
    part: 'web',
    caseId: 'ord_1',
    msg: 'message',
  })
})

it('leaves out private fields, parameters of queries and e-mail addresses', () => {
  const error = Object.assign(new Error('Failed query: select $1\nparams: gold'), { params: ['gold'] })
  const text = written((log) => {
    log.error({ err: error, a: { email: 'gold' } }, 'jane@mail.example failed')
    log.error(error)
  })
  expect(text).toContain('Failed query')
  expect(text).not.toMatch(/gold|jane/)
})
