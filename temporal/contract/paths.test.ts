import { describe, expect, it } from 'vitest'
import { fillPath, getRoute } from './api-routes'
import * as paths from './paths'

describe('paths', () => {
  it('leave out empty parts of a query and encode the others', () => {
    expect(paths.inbox()).toBe('/inbox')
    expect(paths.inbox({ tab: null, q: '', due: 'today', assignee: undefined })).toBe('/inbox?due=today')
    expect(paths.signIn({ next: '/inbox?q=a&b' })).toBe('/sign-in?next=%2Finbox%3Fq%3Da%26b')
  })

  it('read the id of the case page that they build, and of no other page', () => {
    expect(paths.parseCasePath(paths.casePage('ord_1'))).toBe('ord_1')
    expect(paths.parseCasePath(paths.inbox({ case: 'ord_1' }))).toBeNull()
    expect(paths.parseCasePath('/cases/ord_1/more')).toBeNull()
  })
})

describe('fillPath', () => {
  it('fills the members of a template, encoded, and returns the rest of the input', () => {
    expect(fillPath(getRoute('claimCase').path, { caseId: 'a/b', comment: 'c' })).toEqual({
      path: '/api/v1/cases/a%2Fb/claim',
      rest: { comment: 'c' },
    })
  })
})
