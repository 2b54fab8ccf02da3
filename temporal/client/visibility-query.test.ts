import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseFilter } from '../contract/cases/case-filter'
import { quote, toCasesQuery, toVisibilityQuery } from './visibility-query'

const BASE = "CaseKind IN ('order', 'approval') AND ExecutionStatus != 'ContinuedAsNew'"
const NOW = new Date('2026-03-04T15:16:17.000Z')
const ORDER = `ord_${'0'.repeat(26)}`

const clausesOf = (filter: CaseFilter): string => toVisibilityQuery(filter, NOW).slice(`${BASE} AND `.length)

const refusing = (filter: unknown): (() => string) => {
  return () => toVisibilityQuery(filter as CaseFilter, NOW)
}

describe('toVisibilityQuery', () => {
  it('lists our cases only, and each case once', () => {
    expect(toVisibilityQuery({}, NOW)).toBe(BASE)
  })

  it.each<[CaseFilter, string]>([
    [{ kind: 'approval' }, "CaseKind = 'approval'"],
    [{ states: ['OPEN', 'CLAIMED'] }, "CaseState IN ('OPEN', 'CLAIMED')"],
    [{ assignee: 'none' }, 'CaseAssignee IS NULL'],
    [{ assignee: 'u1' }, "CaseAssignee = 'u1'"],
    [{ group: 'risk', priority: 2 }, "CaseGroup = 'risk' AND CasePriority >= 2"],
    [{ minAmountCents: 100, maxAmountCents: 200 }, 'CaseAmountCents >= 100 AND CaseAmountCents <= 200'],
    [
      { from: '2026-03-01', to: '2026-03-02T00:00:00+01:00' },
      "StartTime >= '2026-03-01T00:00:00.000Z' AND StartTime < '2026-03-01T23:00:00.000Z'",
    ],
    [{ due: 'overdue' }, "CaseDueAt < '2026-03-04T15:16:17.000Z' AND ExecutionStatus = 'Running'"],
  ])('turns %j into a clause', (filter, clause) => {
    expect(clausesOf(filter)).toBe(clause)
  })

  it('matches any whole word, ignoring case and punctuation', () => {
    expect(clausesOf({ q: '  Order: 7K2M ' })).toBe("(CaseTitle = 'order' OR CaseTitle = '7k2m')")
  })

  it.each(['Müller', 'Mu\u0308ller', 'MÜLLER'])(
    'matches %s as titles are indexed now and were before',
    (q) => {
      expect(clausesOf({ q: q.normalize('NFC') })).toBe("(CaseTitle = 'muller' OR CaseTitle = 'müller')")
    },
  )

  it('keeps the marks that make another word', () => {
    expect(clausesOf({ q: 'हिन्दी' })).toContain("CaseTitle = 'हिन्दी'")
  })

  it('finds an order by its id, and its approval with it', () => {
    expect(clausesOf({ q: ORDER.toUpperCase() })).toBe(
      `(WorkflowId = 'order:${ORDER}' OR ParentWorkflowId = 'order:${ORDER}')`,
    )
  })

  it('finds nothing for a search without a word, instead of everything', () => {
    expect(clausesOf({ q: '!?' })).toBe("WorkflowId = ''")
  })

  it.each([
    { kind: 'cart' },
    { states: ['OPEN', "x' OR '1'='1"] },
    { states: [] },
    { priority: 1.5 },
    { minAmountCents: Number.NaN },
    { due: 'never' },
    { from: 'yesterday' },
    { assignee: 'a\nb' },
    { assignee: 'a\\' },
    { group: 'a"b' },
    { group: 'x'.repeat(256) },
  ])('refuses %j', (filter) => {
    expect(refusing(filter)).toThrow(expect.objectContaining({ code: 'VALIDATION_FAILED' }))
  })

  it('selects cases by their workflow ids', () => {
    expect(toCasesQuery([ORDER])).toBe(`${BASE} AND WorkflowId IN ('order:${ORDER}')`)
  })
})

describe('quote', () => {
  it('lets no value end its own literal', () => {
    const unit = fc.constantFrom("'", 'a', ' ', '%', 'é', '-', ';')
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit }), (value) => {
        expect(quote(value)).toMatch(/^'(?:[^']|'')*'$/)
      }),
    )
  })
})
