import { join } from 'node:path'
import { LOCAL } from '../local/paths.mjs'
import { resetState } from '../local/reset-state.mjs'
import { Session } from '../local/session/session.mjs'
import { startServices } from '../local/start-services.mjs'
import { ensureTemporalCli } from '../local/temporal/temporal-binary.mjs'

/**
 * Gives vitest a Postgres and a Temporal server: those that `npm test` has started, or else its own, so that
 * `npx vitest` works by itself too.
 * @returns {Promise<(() => Promise<void>) | undefined>} stops its own
 */
export default async () => {
  if (process.env.TEST_DATABASE_URL && process.env.TEST_TEMPORAL_ADDRESS) return undefined
  const session = new Session(join(LOCAL, 'vitest'))
  await session.open('Another vitest runs in this folder (process PID).')
  resetState(session.stateDir)
  const cli = ensureTemporalCli(
    () => {},
    Promise.resolve(),
    session.signal,
    () => {},
  )
  const services = await startServices(session, { outside: {}, password: 'vitest', cli, isThrowaway: true })
  process.env.TEST_DATABASE_URL = services.databaseUrl
  process.env.TEST_TEMPORAL_ADDRESS = services.temporalAddress
  return () => session.close()
}
