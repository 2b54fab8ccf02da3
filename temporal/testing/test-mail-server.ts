/** A mail server in this process, for tests: it keeps what it was sent, refuses it, or takes calls and never answers. */

import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

type ServerBehaviour = 'answers' | 'refuses' | 'is silent'

/** Starts one that answers. */
export const startMailServer = async () => {
  const received: { to: string[]; text: string }[] = []
  const sockets = new Set<Socket>()
  let mood: ServerBehaviour = 'answers'
  let calls = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onConnect: (_, done) => {
      calls += 1
      if (mood !== 'is silent') done()
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (mood === 'refuses') return done(new Error('Mailbox is full'))
        const to = session.envelope.rcptTo.map(({ address }) => address)
        received.push({ to, text: Buffer.concat(chunks).toString() })
        done()
      })
    },
  })
  server.on('error', () => {}) // a caller that was hung up on
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    received,
    url: `smtp://127.0.0.1:${port}`,
    /** How often it was called. */
    calls: () => calls,
    /** Hangs up on whoever is calling, as a server does that starts anew. */
    become: (next: ServerBehaviour) => {
      mood = next
      for (const socket of sockets) socket.destroy()
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
