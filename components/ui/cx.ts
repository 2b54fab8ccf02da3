/** Joins class names, leaving out what is false or absent. Later classes do not undo earlier ones. */
export const cx = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ')
