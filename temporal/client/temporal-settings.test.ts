import { describe, expect, it } from 'vitest'
import { temporalSettings } from './temporal-settings'

describe('temporalSettings', () => {
  it('uses our own namespace where none is named, never Temporal’s default', () => {
    expect(temporalSettings({})).toEqual({ namespace: 'action-center', connection: {} })
  })

  it('reads the usual variables of Temporal', () => {
    const settings = temporalSettings({
      TEMPORAL_ADDRESS: 'cluster.example:7233',
      TEMPORAL_NAMESPACE: 'shop.a1b2',
      TEMPORAL_API_KEY: 'key',
    })
    expect(settings.namespace).toBe('shop.a1b2')
    expect(settings.connection).toMatchObject({ address: 'cluster.example:7233', apiKey: 'key', tls: true })
  })

  it('takes an empty variable for an unset one, so that an empty key does not switch TLS on', () => {
    const settings = temporalSettings({
      TEMPORAL_ADDRESS: 'localhost:7233',
      TEMPORAL_API_KEY: '',
      TEMPORAL_NAMESPACE: '',
    })
    expect(settings).toEqual({ namespace: 'action-center', connection: { address: 'localhost:7233' } })
  })

  it('switches TLS on by TEMPORAL_TLS alone', () => {
    expect(temporalSettings({ TEMPORAL_TLS: 'true' }).connection.tls).toBeTruthy()
  })

  it('names a certificate that cannot be read', () => {
    expect(() => temporalSettings({ TEMPORAL_TLS_SERVER_CA_CERT_PATH: '/nowhere/ca.pem' })).toThrow(
      '/nowhere/ca.pem',
    )
  })
})
