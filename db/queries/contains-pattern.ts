/** A pattern of `like` that matches whatever contains `text`, taken literally. */
export const containsPattern = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
