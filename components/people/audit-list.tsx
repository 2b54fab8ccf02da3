import { LinkButton } from '@/components/ui/link-button'
import { LocalTime } from '@/components/ui/local-time'
import { UserText } from '@/components/ui/user-text'
import { type AuditEntry, auditDetails, auditSentence } from './audit-labels'

interface Row extends AuditEntry {
  id: string
  actorName: string
  at: Date
  requestId: string | null
}

/** Audit rows, newest first. */
export const AuditList = ({
  rows,
  groupNames,
  nextHref,
}: {
  rows: readonly Row[]
  groupNames: ReadonlyMap<string, string>
  /** URL of older rows, or null. */
  nextHref: string | null
}) => (
  <>
    <ol aria-label="Audit" className="divide-y divide-line/60">
      {rows.map((row) => {
        const details = auditDetails(row, groupNames)
        return (
          <li
            key={row.id}
            className="flex flex-wrap justify-between gap-x-4 px-4 py-2.5"
            title={row.requestId ? `Request ${row.requestId}` : undefined}
          >
            <p className="min-w-0 flex-1 basis-64">
              <span className="font-medium">
                <UserText>{row.actorName}</UserText>
              </span>{' '}
              {auditSentence(row, groupNames)}
              {details && <span className="block text-muted">{details}</span>}
            </p>
            <LocalTime at={row.at.toISOString()} className="text-xs leading-5 text-muted" />
          </li>
        )
      })}
    </ol>
    {nextHref && (
      <p className="border-t border-line p-3 text-center">
        <LinkButton size="sm" href={nextHref} prefetch={false}>
          Older
        </LinkButton>
      </p>
    )}
  </>
)
