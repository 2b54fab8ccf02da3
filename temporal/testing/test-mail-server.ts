/** A mail server for tests: it accepts mail, refuses it, or accepts connections and never answers. */

import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

type ServerBehaviour = 'answers' | 'refuses' | 'is silent'

/** Starts a mail server that answers. */
export const startMailServer = async () => {
  const received: { to: string[]; text: string }[] = []
  const sockets = new Set<Socket>()
  let behaviour: ServerBehaviour = 'answers'
  let connections = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onConnect: (_, done) => {
      connections += 1
      if (behaviour !== 'is silent') done()
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (behaviour === 'refuses') return done(new Error('Mailbox is full'))
        const to = session.envelope.rcptTo.map(({ address }) => address)
        received.push({ to, text: Buffer.concat(chunks).toString() })
        done()
      })
    },
  })
  server.on('error', () => {}) // a client whose connection was closed
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    received,
    url: `smtp://127.0.0.1:${port}`,
    countConnections: () => connections,
    /** Changes the behaviour and closes all connections, as a restarting server does. */
    become: (next: ServerBehaviour) => {
      behaviour = next
      for (const socket of sockets) socket.destroy()
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
