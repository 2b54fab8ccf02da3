import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { approvalView } from '@/db/testing/test-views'
import { toCaseView } from '@/temporal/contract/cases/case'
import { setCaseIfNewer } from './queries'

const at = (version: number) =>
  toCaseView(approvalView(1, { version }), { source: 'workflow', asOf: '2026-01-01T00:00:00.000Z' })

describe('setCaseIfNewer', () => {
  it('caches the view of a response, but never over a newer one', () => {
    const client = new QueryClient()
    const key = ['case', at(1).caseDetails.caseId]
    setCaseIfNewer(client, at(2))
    expect(client.getQueryData(key)).toEqual(at(2))
    setCaseIfNewer(client, at(1))
    expect(client.getQueryData(key)).toEqual(at(2))
    setCaseIfNewer(client, at(3))
    expect(client.getQueryData(key)).toEqual(at(3))
  })
})
