/** Joins class names without falsy ones. Later classes do not override earlier ones. */
export const cx = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ')
