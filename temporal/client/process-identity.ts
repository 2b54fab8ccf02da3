/** The name under which a process appears in Temporal's histories. */

import { hostname } from 'node:os'

/** Such as `4711 on host`: the SDK's own `4711@host.example` reads like an e-mail address. */
export const processIdentity = (): string => `${process.pid} on ${hostname()}`
