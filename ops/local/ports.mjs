import { randomInt } from 'node:crypto'
import { connect, createServer } from 'node:net'
import { readJson, writeJson } from './files.mjs'
import { LauncherError } from './launcher-error.mjs'

/** Below the range from which operating systems take the ports of outgoing connections. */
const LOWEST = 20_000
const HIGHEST = 30_000
const TRIES = 200

/**
 * True when no program listens on this port, neither on 127.0.0.1 nor on all addresses.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export const isPortFree = async (port) =>
  (await canBind(port, '127.0.0.1')) && (await canBind(port, '0.0.0.0'))

/** @param {number} port @throws {LauncherError} when another program listens on it */
export const requireFreePort = async (port) => {
  if (await isPortFree(port)) return
  throw new LauncherError(
    `Port ${port} is in use by another program; choose another one with npm run demo -- --port N.`,
  )
}

/** @param {number} port @param {string} host @returns {Promise<boolean>} */
const canBind = (port, host) =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })

/**
 * True when a program accepts connections at this address.
 * @param {string} host
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export const acceptsConnections = (host, port) =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2_000 })
    const end = (/** @type {boolean} */ result) => {
      socket.destroy()
      resolve(result)
    }
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false))
  })

/** @param {Set<number>} taken */
const findFreePort = async (taken) => {
  for (let i = 0; i < TRIES; i++) {
    const port = randomInt(LOWEST, HIGHEST)
    if (!taken.has(port) && (await isPortFree(port))) return port
  }
  throw new Error(`no free port between ${LOWEST} and ${HIGHEST}`)
}

/**
 * Allocates a free port for each name: the one that `file` remembers, or another one if that is in use.
 * @param {string} file
 * @param {readonly string[]} names
 * @returns {Promise<Record<string, number>>}
 */
export const allocatePorts = async (file, names) => {
  const remembered = readJson(file) ?? {}
  /** @type {Record<string, number>} */
  const ports = {}
  for (const name of names) {
    const taken = new Set(Object.values(ports))
    const old = remembered[name]
    ports[name] =
      Number.isInteger(old) && !taken.has(old) && (await isPortFree(old)) ? old : await findFreePort(taken)
  }
  writeJson(file, { ...remembered, ...ports })
  return ports
}
