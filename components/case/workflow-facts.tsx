import ExternalLink from 'lucide-react/icons/external-link'
import { CopyButton } from '@/components/ui/copy-button'
import type { CaseView } from '@/temporal/contract/case'
import { Part } from './facts'

interface Props {
  view: CaseView
  /** Start of Temporal UI's address of our namespace, or null. */
  temporalUi: string | null
}

/** For those who want to look beneath: the workflow, its page in Temporal's UI, and the raw view. */
export const WorkflowFacts = ({ view, temporalUi }: Props) => {
  const { workflowId, runId } = view.caseDetails.caseData
  return (
    <Part title="Workflow">
      <p className="flex items-start gap-1">
        <code className="min-w-0 flex-1 pt-1 font-mono text-xs break-all">{workflowId}</code>
        <CopyButton text={workflowId} label="Copy the workflow id" />
      </p>
      {temporalUi && (
        <p>
          <a
            href={`${temporalUi}/workflows/${encodeURIComponent(workflowId)}/${runId}/history`}
            target="_blank"
            rel="noreferrer"
            className="link inline-flex items-center gap-1"
          >
            Open in Temporal
            <ExternalLink aria-hidden className="size-3.5" />
          </a>
        </p>
      )}
      <details>
        <summary className="w-fit text-muted hover:text-ink">Raw view</summary>
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
          tabIndex={0}
          className="mt-2 max-h-96 overflow-auto rounded-md border border-line bg-canvas p-2 font-mono text-xs"
        >
          {JSON.stringify(view, null, 2)}
        </pre>
      </details>
    </Part>
  )
}
