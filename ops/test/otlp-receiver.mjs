import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname } from 'node:path'

/**
 * Starts a receiver of OpenTelemetry's OTLP over HTTP, which appends each batch of spans to `file` as one line.
 * @param {string} file
 * @returns {Promise<{ endpoint: string, close: () => void }>}
 */
export const startOtlpReceiver = async (file) => {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, '')
  const server = createServer((request, response) => {
    /** @type {Buffer[]} */
    const chunks = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const isTraces = request.url === '/v1/traces' && request.headers['content-type'] === 'application/json'
      if (isTraces) appendFileSync(file, `${Buffer.concat(chunks).toString()}\n`)
      response.writeHead(isTraces ? 200 : 404, { 'content-type': 'application/json' }).end('{}')
    })
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)))
  server.unref()
  const address = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
