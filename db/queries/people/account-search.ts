/** What a search for accounts matches: every word, in the name or the e-mail. */

import { and, ilike, isNotNull, isNull, like, or, type SQL } from 'drizzle-orm'
import { foldText, splitWords } from '../../../temporal/contract/text/fold-text'
import { user } from '../../schema/auth'
import { containsPattern } from '../contains-pattern'

/** The folded copy of an account that searches read. */
export const toAccountSearchText = ({ name, email }: { name: string; email: string }): string =>
  foldText(`${name}\n${email}`)

/** Accounts without a folded copy are searched as they are. */
const wordCondition = (word: string): SQL | undefined => {
  const pattern = containsPattern(word)
  return or(
    and(isNotNull(user.searchText), like(user.searchText, containsPattern(foldText(word)))),
    and(isNull(user.searchText), or(ilike(user.name, pattern), ilike(user.email, pattern))),
  )
}

/** True for accounts that `q` finds; no condition for a search without a word. */
export const accountMatches = (q: string | undefined): SQL | undefined =>
  q ? and(...splitWords(q).map(wordCondition)) : undefined
