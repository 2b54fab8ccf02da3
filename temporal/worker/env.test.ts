import { describe, expect, it } from 'vitest'
import { StartError, workerEnv } from './env'

const GIVEN = { DATABASE_URL: 'postgres://user:password@localhost:5432/action_center' }

describe('workerEnv', () => {
  it('needs a database and nothing else', () => {
    expect(workerEnv(GIVEN)).toMatchObject({
      CARRIER: null,
      PAYMENT_TIMEOUT_MS: 2_000,
      WORKER_CACHED_WORKFLOWS: 500,
      temporal: { namespace: 'action-center' },
    })
  })

  it('reads the delays of a simulated carrier', () => {
    const { CARRIER } = workerEnv({ ...GIVEN, CARRIER: 'shipped=2000,delivered=3000' })
    expect(CARRIER).toEqual({ shippedAfterMs: 2_000, deliveredAfterMs: 3_000 })
  })

  it('treats an empty variable as unset', () => {
    expect(workerEnv({ ...GIVEN, SMTP_URL: '', CARRIER: '', WORKER_ACTIVITIES: '' })).toMatchObject({
      CARRIER: null,
      WORKER_ACTIVITIES: 50,
    })
  })

  it('names every wrong variable in one sentence, without its value', () => {
    const wrong = { DATABASE_URL: 'mysql://root:hunter2@db', CARRIER: 'fast', WORKER_ACTIVITIES: '0' }
    expect(() => workerEnv(wrong)).toThrow(StartError)
    expect(() => workerEnv(wrong)).toThrow(
      /DATABASE_URL must be .*; CARRIER must be .*; WORKER_ACTIVITIES must be /,
    )
    expect(() => workerEnv(wrong)).not.toThrow('hunter2')
  })

  it('names a certificate that cannot be read', () => {
    expect(() => workerEnv({ ...GIVEN, TEMPORAL_TLS_CLIENT_CERT_PATH: '/nowhere/cert.pem' })).toThrow(
      /The worker cannot start: .*\/nowhere\/cert\.pem/,
    )
  })
})
