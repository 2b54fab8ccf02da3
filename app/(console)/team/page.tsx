import type { Metadata } from 'next'
import { listAssignableStaff } from '@/app/_server/people/list-assignable-staff'
import { listGroupLoads } from '@/app/_server/people/list-group-loads'
import { listGroups } from '@/app/_server/people/list-groups'
import { listSupervisedApprovals } from '@/app/_server/people/list-supervised-approvals'
import { databaseBreaker } from '@/app/_server/platform/resilience/dependency-breakers'
import { GroupCard } from '@/components/people/groups/group-card'
import { NewGroupForm } from '@/components/people/groups/new-group-form'
import { SupervisedApprovals } from '@/components/people/groups/supervised-approvals'
import { EmptyState } from '@/components/ui/empty-state'
import { PageFrame } from '@/components/ui/page-frame'
import { can } from '@/temporal/contract/auth/permissions'
import * as paths from '@/temporal/contract/paths'
import { actingAs } from '../_lib/acting-as'
import { getRequestContext, requireStaff } from '../_lib/request-context'
import * as pageActions from './actions'

export const metadata: Metadata = { title: 'Team' }

const MAX_PEOPLE = 100
const DATABASE_MS = 4_000

const TeamPage = async () => {
  const viewer = await requireStaff(paths.team())
  const ctx = await getRequestContext()
  const mayManage = can(viewer, 'group.manage')
  const [{ items: groups }, loadOf, { items: people }, supervised] = await databaseBreaker(
    ctx.runtime,
  ).execute(
    () =>
      Promise.all([
        listGroups(ctx),
        listGroupLoads(ctx),
        listAssignableStaff(ctx, { limit: MAX_PEOPLE }),
        mayManage ? listSupervisedApprovals(ctx) : [],
      ]),
    DATABASE_MS,
  )
  const actions = actingAs(viewer, pageActions)
  return (
    <PageFrame title="Team" intro="An approval is asked of a group, and only its members may decide it.">
      {supervised.length > 0 && <SupervisedApprovals approvals={supervised} />}
      {groups.map((group) => (
        <GroupCard
          key={group.id}
          group={{ ...group, ...loadOf(group.id) }}
          people={people}
          viewerId={viewer.id}
          actions={mayManage ? actions : null}
        />
      ))}
      {groups.length === 0 && (
        <EmptyState title="There are no groups yet">
          Approvals need a group whose members may decide.
        </EmptyState>
      )}
      {mayManage ? (
        <NewGroupForm action={actions.create} />
      ) : (
        <p className="text-muted">Supervisors and administrators change groups.</p>
      )}
    </PageFrame>
  )
}

export default TeamPage
