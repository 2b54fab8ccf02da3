import { describe, expect, it } from 'vitest'
import { API_ROUTES, fillPath } from './api-routes'
import { paths } from './paths'

describe('paths', () => {
  it('leave out empty parts of a query and encode the others', () => {
    expect(paths.inbox()).toBe('/inbox')
    expect(paths.inbox({ tab: null, q: '', due: 'today', assignee: undefined })).toBe('/inbox?due=today')
    expect(paths.signIn({ next: '/inbox?q=a&b' })).toBe('/sign-in?next=%2Finbox%3Fq%3Da%26b')
  })
})

describe('fillPath', () => {
  it('fills the members of a template, encoded, and returns the rest of the input', () => {
    expect(fillPath(API_ROUTES.claimCase.path, { caseId: 'a/b', comment: 'c' })).toEqual({
      path: '/api/v1/cases/a%2Fb/claim',
      rest: { comment: 'c' },
    })
  })
})
