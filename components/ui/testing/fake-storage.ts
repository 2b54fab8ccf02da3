/** Storage as a browser has it: its keys are properties. */
export const createFakeStorage = (): Storage =>
  Object.create({
    get length() {
      return Object.keys(this).length
    },
    key(this: Record<string, string>, n: number) {
      return Object.keys(this)[n] ?? null
    },
    getItem(this: Record<string, string>, key: string) {
      return this[key] ?? null
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      this[key] = value
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key]
    },
  })
