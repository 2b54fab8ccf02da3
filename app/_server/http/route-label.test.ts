import { describe, expect, it } from 'vitest'
import { createRouteLabels, templateOf } from './route-label'

describe('the label of a route', () => {
  it('has the names of parameters in place of their values', () => {
    expect(templateOf('/api/v1/cases/ord_1/decision', { caseId: 'ord_1' })).toBe(
      '/api/v1/cases/[caseId]/decision',
    )
    expect(templateOf('/track/a%20b/events', { token: 'a b' })).toBe('/track/[token]/events')
  })

  it('is that of the page where no parameters are known', () => {
    const label = createRouteLabels()
    expect(label('/inbox', 200)).toBe('/inbox')
    expect(label('/cases/ord_0123', 200)).toBe('/cases/[id]')
    expect(label('/track/Abc_DEF', 303)).toBe('/track/[id]')
    expect(label('/_next/static/chunks/a.js', 200)).toBe('static')
  })

  it('says nothing of what was refused', () => {
    expect(createRouteLabels()('/wp-login', 404)).toBe('unmatched')
  })

  it('is one of a limited number, whatever is asked for', () => {
    const label = createRouteLabels()
    const letters = 'abcdefghijklmnopqrst'
    const all = new Set([...letters].flatMap((a) => [...letters].map((b) => label(`/${a}${b}`, 200))))
    expect(all.size).toBe(201)
    expect(all).toContain('unmatched')
  })
})
