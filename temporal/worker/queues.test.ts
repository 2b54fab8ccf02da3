import { describe, expect, it } from 'vitest'
import { queuesOf } from './queues'

describe('queuesOf', () => {
  it('serves every queue unless told otherwise', () => {
    expect(queuesOf([])).toEqual(['order', 'approval'])
  })

  it('serves the named queues, each once', () => {
    expect(queuesOf(['--queues', 'approval'])).toEqual(['approval'])
    expect(queuesOf(['--queues=order, approval,order'])).toEqual(['order', 'approval'])
  })

  it.each([[['--queues', 'cart']], [['--queues=']], [['--queue', 'order']], [['order']]])(
    'refuses %j',
    (args) => {
      expect(() => queuesOf(args)).toThrow('Usage: worker [--queues order,approval]')
    },
  )
})
