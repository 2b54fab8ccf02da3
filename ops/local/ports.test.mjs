import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { allocatePorts, isPortFree } from './ports.mjs'

const newFile = () => join(mkdtempSync(join(tmpdir(), 'ports-')), 'ports.json')

/** @param {number} port @returns {Promise<void>} */
const occupy = (port) =>
  new Promise((resolve) => {
    const server = createServer().listen(port, '127.0.0.1', resolve)
    onTestFinished(() => void server.close())
  })

it('allocates the same ports again, a different one for each name', async () => {
  const file = newFile()
  const first = await allocatePorts(file, ['postgres', 'temporal'])
  expect(first.postgres).not.toBe(first.temporal)
  expect(await allocatePorts(file, ['postgres', 'temporal'])).toEqual(first)
})

it('allocates another port when the remembered one is in use', async () => {
  const file = newFile()
  const { web = 0 } = await allocatePorts(file, ['web'])
  await occupy(web)
  expect(await isPortFree(web)).toBe(false)
  const again = await allocatePorts(file, ['web'])
  expect(again.web).not.toBe(web)
})
