import { LauncherError } from '../launcher-error.mjs'

/** @param {string} url @param {string} sql @param {unknown[]} [values] */
const query = async (url, sql, values) => {
  // Loaded late: on a bare clone the package is installed only after this file was read.
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return await client.query(sql, values)
  } finally {
    await client.end().catch(() => {})
  }
}

/** What does not mend itself by waiting: a wrong password, no right to connect, no such database. */
const PERMANENT_ERROR_CODES = ['28P01', '28000', '3D000']

/**
 * True when a Postgres answers under this URL.
 * @param {string} url
 * @throws {LauncherError} when it answers and refuses
 */
export const isPostgresUp = (url) =>
  query(url, 'select 1').then(
    () => true,
    (error) => {
      if (PERMANENT_ERROR_CODES.includes(error.code))
        throw new LauncherError(`Postgres refuses the connection: ${error.message}.`)
      return false
    },
  )

/** @param {string} admin URL of the database `postgres` @param {string} name */
export const createDatabase = async (admin, name) => {
  const found = await query(admin, 'select 1 from pg_database where datname = $1', [name])
  if (found.rowCount === 0) await query(admin, `create database ${name}`)
}
