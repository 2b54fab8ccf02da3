import { LauncherError } from '../launcher-error.mjs'

/** @param {string} url @param {string} sql @param {unknown[]} [values] */
const query = async (url, sql, values) => {
  // Imported dynamically: on a bare clone the package is installed after this file is loaded.
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

/** Waiting does not help: wrong password, no permission to connect, no such database. */
const PERMANENT_ERROR_CODES = ['28P01', '28000', '3D000']

/**
 * True when a Postgres accepts a query at this URL.
 * @param {string} url
 * @throws {LauncherError} when it refuses the account or the database
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
