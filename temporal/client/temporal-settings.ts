/** Address, namespace and credentials of Temporal, from its own variables (TEMPORAL_ADDRESS, _NAMESPACE, _API_KEY, _TLS…). */

import { type ClientConnectConfig, loadClientConnectConfig } from '@temporalio/envconfig'
import { DEFAULT_NAMESPACE } from '../contract/temporal-names'

export type Environment = Readonly<Record<string, string | undefined>>

/** Settings of the client's and the worker's connections. */
export interface TemporalSettings {
  namespace: string
  connection: Pick<ClientConnectConfig['connectionOptions'], 'address' | 'apiKey' | 'metadata' | 'tls'>
}

/** Drops empty variables: compose files pass unset ones as empty, and an empty API key would enable TLS. */
export const withoutEmpty = (env: Environment): Record<string, string> =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : [])))

/**
 * Reads Temporal's variables. A configuration file is read only where TEMPORAL_CONFIG_FILE or TEMPORAL_PROFILE asks
 * for it, so that a developer's own profile never mixes with an address given by the launcher.
 * @throws Error where a named certificate or key cannot be read
 */
export const temporalSettings = (env: Environment): TemporalSettings => {
  const variables = withoutEmpty(env)
  const disableFile = !variables.TEMPORAL_CONFIG_FILE && !variables.TEMPORAL_PROFILE
  const { connectionOptions, namespace } = loadClientConnectConfig({
    overrideEnvVars: variables,
    disableFile,
  })
  const { address, apiKey, metadata, tls } = connectionOptions
  return {
    namespace: namespace ?? DEFAULT_NAMESPACE,
    connection: {
      ...(address ? { address } : {}),
      ...(apiKey ? { apiKey } : {}),
      ...(metadata ? { metadata } : {}),
      ...(tls ? { tls } : {}),
    },
  }
}
