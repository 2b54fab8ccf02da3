import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { TestWorkflowEnvironment } from '@temporalio/testing'

/**
 * `node download-temporal.mjs FOLDER VERSION`: downloads the prebuilt server of Temporal's SDK into FOLDER and prints
 * its path. The SDK downloads it only when it starts it, hence a separate process.
 */
const [folder = '', version = ''] = process.argv.slice(2)
const executable = { type: /** @type {const} */ ('cached-download'), downloadDir: folder, version }
const environment = await TestWorkflowEnvironment.createLocal({ server: { executable } })
await environment.teardown()
const file = readdirSync(folder).find((name) => name.startsWith('temporal'))
if (!file) throw new Error(`the SDK left nothing in ${folder}`)
process.stdout.write(`${join(folder, file)}\n`)
