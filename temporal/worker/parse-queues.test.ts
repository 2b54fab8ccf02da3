import { describe, expect, it } from 'vitest'
import { parseQueues } from './parse-queues'

describe('parseQueues', () => {
  it('serves every queue by default', () => {
    expect(parseQueues([])).toEqual(['order', 'approval'])
  })

  it('serves the named queues, each once', () => {
    expect(parseQueues(['--queues', 'approval'])).toEqual(['approval'])
    expect(parseQueues(['--queues=order, approval,order'])).toEqual(['order', 'approval'])
  })

  it.each([[['--queues', 'cart']], [['--queues=']], [['--queue', 'order']], [['order']]])(
    'refuses %j',
    (args) => {
      expect(() => parseQueues(args)).toThrow('Usage: worker [--queues order,approval]')
    },
  )
})
