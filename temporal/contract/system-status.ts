/** How the parts of the product are doing, as its users are told: what still works follows from it. */

export const DEPENDENCIES = ['database', 'temporal', 'worker', 'listener'] as const
export type Dependency = (typeof DEPENDENCIES)[number]

/** Answer of `GET /status`. */
export interface SystemStatus {
  /** Since when a part has been down, ISO 8601; a part that is up is absent. */
  down: Partial<Record<Dependency, string>>
  asOf: string
}
