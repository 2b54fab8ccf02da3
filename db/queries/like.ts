/** A pattern of `like` that matches whatever contains `text`, taken literally. */
export const like = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
