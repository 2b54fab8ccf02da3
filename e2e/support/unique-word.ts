import { randomBytes } from 'node:crypto'

/** A word that no other test uses, so that a search finds only the cases of one test. */
export const uniqueWord = (prefix: string): string => `${prefix}${randomBytes(6).toString('hex')}`
