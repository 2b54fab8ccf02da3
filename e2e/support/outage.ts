/** A second web process of the same build with the same keys, whose database and Temporal are unreachable. */

import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { expect } from '@playwright/test'
import { readStack } from './stack'

const UNREACHABLE_ADDRESS = '127.0.0.1:1'
const NEXT = 'node_modules/next/dist/bin/next'

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })

/** The environment of the stack's web process. */
const readWebEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    readFileSync(`/proc/${readStack().processes.web}/environ`, 'utf8')
      .split('\0')
      .filter(Boolean)
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  )

export interface WebDuringOutage {
  url: string
  stop(): Promise<void>
}

/** Starts it on a free port. */
export const startWebDuringOutage = async (): Promise<WebDuringOutage> => {
  const url = `http://127.0.0.1:${await freePort()}`
  const child = spawn(process.execPath, [NEXT, 'start', '--hostname', '127.0.0.1'], {
    env: {
      ...readWebEnvironment(),
      NODE_ENV: 'production',
      APP_URL: url,
      PORT: new URL(url).port,
      DATABASE_URL: `postgres://nobody@${UNREACHABLE_ADDRESS}/nothing`,
      TEMPORAL_ADDRESS: UNREACHABLE_ADDRESS,
    },
    stdio: 'ignore',
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  try {
    await expect(async () => {
      expect((await fetch(`${url}/api/health`)).ok).toBe(true)
    }).toPass({ timeout: 30_000, intervals: [100, 250] })
  } catch (error) {
    await stop()
    throw error
  }
  return { url, stop }
}
