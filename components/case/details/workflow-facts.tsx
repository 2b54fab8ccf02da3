import ExternalLink from 'lucide-react/icons/external-link'
import { CopyButton } from '@/components/ui/copy-button'
import type { CaseView } from '@/temporal/contract/cases/case'
import { DetailsSection } from './facts'
import { RawView } from './raw-view'

interface Props {
  view: CaseView
  /** URL prefix of our namespace in Temporal UI, or null. */
  temporalUi: string | null
}

/** The workflow of a case: ids, link to Temporal UI, raw view. */
export const WorkflowFacts = ({ view, temporalUi }: Props) => {
  const { workflowId, runId } = view.caseDetails.caseData
  return (
    <DetailsSection title="Workflow">
      <p className="flex items-start gap-1">
        <code className="min-w-0 flex-1 pt-1 font-mono text-xs break-all">{workflowId}</code>
        <CopyButton text={workflowId} label="Copy the workflow id" />
      </p>
      {temporalUi && (
        <p data-screen-only>
          <a
            href={`${temporalUi}/workflows/${encodeURIComponent(workflowId)}/${runId}/history`}
            target="_blank"
            rel="noreferrer"
            className="link inline-flex min-h-6 items-center gap-1"
          >
            Open in Temporal
            <ExternalLink aria-hidden className="size-3.5" />
          </a>
        </p>
      )}
      <RawView view={view} />
    </DetailsSection>
  )
}
