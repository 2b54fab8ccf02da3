import type { Metadata } from 'next'
import { listAudit } from '@/app/_server/verbs/audit-trail'
import { readPerson } from '@/app/_server/verbs/list-accounts'
import { AuditList } from '@/components/console/people-audit'
import { PeopleFrame } from '@/components/console/people-frame'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ListAudit } from '@/temporal/contract/schemas/people'
import { readingContext } from '../../reading'
import { requireAdmin } from '../admin-only'

export const metadata: Metadata = { title: 'Audit' }

const AuditPage = async ({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) => {
  await requireAdmin('/people/audit')
  const query = ListAudit.parse(await searchParams)
  const ctx = await readingContext()
  const [{ items, groupNames, next }, person] = await Promise.all([
    listAudit(ctx, query),
    query.about ? readPerson(ctx, { userId: query.about }).catch(() => null) : null,
  ])
  const about = query.about ? `about=${encodeURIComponent(query.about)}&` : ''
  return (
    <PeopleFrame
      part="/people/audit"
      title={person ? `Audit: ${person.name}` : 'Audit'}
      intro={
        person ? (
          <a href="/people/audit" className="link">
            Show everybody
          </a>
        ) : (
          'Who did what to whom, for everything that no case records. What happens to a case stands in the case.'
        )
      }
    >
      {items.length > 0 ? (
        <Card flush>
          <AuditList
            rows={items}
            groupNames={groupNames}
            nextHref={next && `/people/audit?${about}after=${encodeURIComponent(next)}`}
          />
        </Card>
      ) : (
        <EmptyState title="Nothing here">
          Changes of accounts, groups and tokens are written down as they are made.
        </EmptyState>
      )}
    </PeopleFrame>
  )
}

export default AuditPage
