import { expect, it } from 'vitest'
import { renderEntry, STREAM, type StreamCode } from './activity-stream'
import { SYSTEM } from './senders'

const timestamp = '2026-01-01T00:00:00.000Z'

it.each(Object.keys(STREAM) as StreamCode[])(
  '%s names its sender, with the account beside the name',
  (code) => {
    const ana = { id: 'user-ana', name: 'Ana Ruiz' }
    expect(renderEntry({ id: 1, code, params: {}, sender: ana, timestamp })).toMatchObject({
      sender: 'Ana Ruiz',
      senderId: 'user-ana',
    })
    const bySystem = renderEntry({ id: 1, code, params: {}, sender: SYSTEM, timestamp })
    expect(bySystem.sender).toBe(SYSTEM.name)
    expect(bySystem).not.toHaveProperty('senderId')
  },
)
