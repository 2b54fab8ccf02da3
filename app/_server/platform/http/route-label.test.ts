import { describe, expect, it } from 'vitest'
import { createRouteLabels } from './route-label'
import { readTemplates } from './route-templates'

const templates = readTemplates(process.cwd(), null)
const label = createRouteLabels(templates)

describe('createRouteLabels', () => {
  it('labels a path by the template of its route', () => {
    expect(label('/')).toBe('/')
    expect(label('/inbox')).toBe('/inbox')
    expect(label('/cases/ord_0123')).toBe('/cases/[id]')
    expect(label('/track/Abc_DEF')).toBe('/track/[token]')
    expect(label('/api/v1/cases/ord_1/decision')).toBe('/api/v1/cases/[caseId]/decision')
    expect(label('/_next/static/chunks/a.js')).toBe('static')
  })

  it('prefers static segments to parameters, and parameters to catch-all segments', () => {
    expect(label('/api/v1/cases/counts')).toBe('/api/v1/cases/counts')
    expect(label('/people/audit')).toBe('/people/audit')
    expect(label('/api/v1/nothing/here')).toBe('/api/[[...rest]]')
    expect(label('/api')).toBe('/api/[[...rest]]')
  })

  it('gives all spellings of a path the same label', () => {
    expect(label('/api/v1/cases/%61bc-secret-1')).toBe('/api/v1/cases/[caseId]')
    expect(label('/api/v1/%63ases/%61bc/decision')).toBe('/api/v1/cases/[caseId]/decision')
    expect(label('/cases/%E0%A4%A')).toBe('/cases/[id]')
    expect(label('/track/a%2Fb/events')).toBe('/track/[token]/events')
  })

  it('never contains text of the caller', () => {
    for (const path of ['/wp-login', '/%61bc', '/inbox/secret', '/people/x/y', '/%E0%A4%A'])
      expect(label(path), path).toBe('unmatched')
    const labels = Array.from({ length: 500 }, (_, n) => label(`/cases/guess-${n}`))
    expect(new Set(labels)).toEqual(new Set(['/cases/[id]']))
    expect(label('/reports')).toBe('/reports')
  })
})

it('reads the templates from the route files', () => {
  expect(templates).toContain('/invitation/[token]')
  expect(templates.filter((template) => /[()]|\/_|\/$/.test(template))).toEqual(['/'])
  expect(templates).toContain('/api/ready')
})
