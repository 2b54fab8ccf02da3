/** How the parts of the product are doing, as its users are told: what still works follows from it. */

export const PARTS = ['database', 'temporal', 'worker', 'listener'] as const
export type Part = (typeof PARTS)[number]

/** Answer of `GET /status`. */
export interface ProductStatus {
  /** Since when a part has been down, ISO 8601; a part that is up is absent. */
  down: Partial<Record<Part, string>>
  asOf: string
}
