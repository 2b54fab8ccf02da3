import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { listAudit } from '@/app/_server/people/list-audit'
import { readAccount } from '@/app/_server/people/read-account'
import { AuditList } from '@/components/people/audit-list'
import { PeopleFrame } from '@/components/people/people-frame'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import * as paths from '@/temporal/contract/paths'
import { ListAudit } from '@/temporal/contract/schemas/people-request'
import { isolateText } from '@/temporal/contract/text/isolate-text'
import { getRequestContext } from '../../_lib/request-context'
import { requireAdmin } from '../../_lib/require-admin'

interface Props {
  searchParams: Promise<Record<string, unknown>>
}

const findPerson = async (userId: string | undefined) =>
  userId === undefined ? null : readAccount(await getRequestContext(), { userId }).catch(() => null)

const titleFor = (person: { name: string } | null): string =>
  person ? `Audit: ${isolateText(person.name)}` : 'Audit'

export const generateMetadata = async ({ searchParams }: Props): Promise<Metadata> => {
  const { about } = ListAudit.parse(await searchParams)
  return { title: titleFor(await findPerson(about)) }
}

const AuditPage = async ({ searchParams }: Props) => {
  await requireAdmin(paths.audit())
  const query = ListAudit.parse(await searchParams)
  const ctx = await getRequestContext()
  const [{ items, groupNames, next }, person] = await Promise.all([
    listAudit(ctx, query),
    findPerson(query.about),
  ])
  // A page of a hand-made address: the log only grows, so older rows do not go away.
  if (items.length === 0 && query.after) redirect(paths.audit({ about: query.about }))
  return (
    <PeopleFrame
      tab="audit"
      title={titleFor(person)}
      intro={
        person ? (
          <a href={paths.audit()} className="link inline-flex min-h-6 items-center">
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
            nextHref={next && paths.audit({ about: query.about, after: next })}
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
