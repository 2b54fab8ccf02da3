/** Queries of `GET /cases` and of its counts. */

import { z } from 'zod'
import { PRIORITIES } from '../cases/approval'
import {
  type CaseFilter,
  DEFAULT_LIMIT,
  DUE_FILTERS,
  FILTER_FIELDS,
  type FilterName,
  type FilterValue,
  LIST_SOURCES,
  type ListSource,
  MAX_LIMIT,
  SORTS,
  type Sort,
} from '../cases/case-filter'
import { CASE_KINDS } from '../cases/case-ids'
import { CASE_STATES, type CaseState, isCaseState, OPEN_STATES, TERMINAL_STATES } from '../states'
import { searchText, timeZone, wholeNumberText } from './request-fields'

/** Keywords for several states, in lower case since `OPEN` is a state. */
const STATE_KEYWORDS: Record<string, readonly CaseState[]> = { open: OPEN_STATES, closed: TERMINAL_STATES }

const toStates = (word: string): readonly CaseState[] =>
  isCaseState(word) ? [word] : Object.hasOwn(STATE_KEYWORDS, word) ? (STATE_KEYWORDS[word] ?? []) : []

const WORDS = `(${[...Object.keys(STATE_KEYWORDS), ...CASE_STATES].join('|')})`
const STATES_PATTERN = `^\\s*${WORDS}\\s*(,\\s*${WORDS}\\s*)*$`

const states = z
  .string()
  .meta({ pattern: STATES_PATTERN })
  .transform((list, ctx): CaseState[] => {
    const words = list.split(',').map((word) => word.trim())
    for (const word of words)
      if (toStates(word).length === 0)
        ctx.addIssue({
          code: 'custom',
          message: `"${word}" is none of open, closed, ${CASE_STATES.join(', ')}`,
        })
    return [...new Set(words.flatMap(toStates))]
  })

/** A day stays a day: which instants it has depends on the time zone of the reader. */
const time = (what: string) =>
  z
    .union([z.iso.datetime({ offset: true }), z.iso.date()], {
      error: `${what} is a day such as 2026-01-31 or a time such as 2026-01-31T12:00:00Z`,
    })
    .transform((value) => (value.includes('T') ? new Date(value).toISOString() : value))

/** The filters of lists and of their counts. */
const filterQuery = z.strictObject({
  kind: z.enum(CASE_KINDS, `A kind is ${CASE_KINDS.join(' or ')}`).optional(),
  state: states.optional(),
  /** `me`, `none` or the id of an account. */
  assignee: searchText('The assignee', 100).optional(),
  group: searchText('The group', 64).optional(),
  priority: wholeNumberText('The priority', { max: Math.max(...PRIORITIES) }).optional(),
  due: z.enum(DUE_FILTERS, `due is one of ${DUE_FILTERS.join(', ')}`).optional(),
  zone: timeZone.optional(),
  from: time('from').optional(),
  to: time('to').optional(),
  minAmount: wholeNumberText('The least amount, in minor units,').optional(),
  maxAmount: wholeNumberText('The greatest amount, in minor units,').optional(),
  q: searchText('The search', 200)
    .transform((q) => q || undefined)
    .optional(),
} satisfies { [N in FilterName]: z.ZodType<FilterValue<N> | undefined> })

type FilterQuery = z.output<typeof filterQuery>

const hasRange = ({ minAmount = 0, maxAmount = Number.MAX_SAFE_INTEGER }: FilterQuery): boolean =>
  minAmount <= maxAmount
const NO_RANGE = { path: ['maxAmount'], error: 'The greatest amount is below the least' }

const toCaseFilter = (query: FilterQuery): CaseFilter =>
  Object.fromEntries(Object.entries(FILTER_FIELDS).map(([name, field]) => [field, query[name as FilterName]]))

export interface ListCases {
  filter: CaseFilter
  sort?: Sort
  limit: number
  cursor?: string
  source?: ListSource
}

const listQuery = filterQuery.extend({
  sort: z.enum(SORTS as [Sort, ...Sort[]], `sort is one of ${SORTS.join(', ')}`).optional(),
  cursor: z.string().max(8_000, 'This is not a cursor').meta({ format: 'cursor' }).optional(),
  limit: wholeNumberText('The limit', { min: 1, max: MAX_LIMIT }).optional(),
  source: z.enum(LIST_SOURCES, `source is ${LIST_SOURCES.join(' or ')}`).optional(),
})

export const ListCases = listQuery
  .refine(hasRange, NO_RANGE)
  .transform(({ sort, cursor, limit, source, ...filters }): ListCases => {
    return { filter: toCaseFilter(filters), sort, cursor, source, limit: limit ?? DEFAULT_LIMIT }
  })

/** Query of `GET /cases/counts`. */
export const CountCases = filterQuery
  .refine(hasRange, NO_RANGE)
  .transform((filters) => ({ filter: toCaseFilter(filters) }))
export type CountCases = z.output<typeof CountCases>
