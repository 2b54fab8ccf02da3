/** A count for staff pages, such as `12,345`. */
export const formatCount = (value: number): string => value.toLocaleString('en-US')
