import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { TestWorkflowEnvironment } from '@temporalio/testing'

/**
 * `node download-temporal.mjs FOLDER VERSION`: lets Temporal's SDK download its prebuilt server into FOLDER and
 * prints where it is. A process of its own, because a start is the only way to ask the SDK for the download.
 */
const [folder = '', version = ''] = process.argv.slice(2)
const executable = { type: /** @type {const} */ ('cached-download'), downloadDir: folder, version }
const environment = await TestWorkflowEnvironment.createLocal({ server: { executable } })
await environment.teardown()
const file = readdirSync(folder).find((name) => name.startsWith('temporal'))
if (!file) throw new Error(`the SDK left nothing in ${folder}`)
process.stdout.write(`${join(folder, file)}\n`)
