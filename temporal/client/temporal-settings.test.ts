import { describe, expect, it } from 'vitest'
import { temporalSettings } from './temporal-settings'

describe('temporalSettings', () => {
  it('uses our own namespace by default, never Temporal’s', () => {
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

  it('treats an empty variable as unset, so that an empty key does not enable TLS', () => {
    const settings = temporalSettings({
      TEMPORAL_ADDRESS: 'localhost:7233',
      TEMPORAL_API_KEY: '',
      TEMPORAL_NAMESPACE: '',
    })
    expect(settings).toEqual({ namespace: 'action-center', connection: { address: 'localhost:7233' } })
  })

  it('enables TLS by TEMPORAL_TLS alone', () => {
    expect(temporalSettings({ TEMPORAL_TLS: 'true' }).connection.tls).toBeTruthy()
  })

  it('names a certificate that cannot be read', () => {
    expect(() => temporalSettings({ TEMPORAL_TLS_SERVER_CA_CERT_PATH: '/nowhere/ca.pem' })).toThrow(
      '/nowhere/ca.pem',
    )
  })
})
