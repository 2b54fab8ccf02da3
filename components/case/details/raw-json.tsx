'use client'

import { apiUrl } from '@/components/api/api-client'
import { CopyButton } from '@/components/ui/copy-button'
import type { CaseView } from '@/temporal/contract/cases/case'

/** The case as the API returns it. Loaded when it is opened. */
const RawJson = ({ view }: { view: CaseView }) => {
  const json = JSON.stringify(view, null, 2)
  return (
    <>
      <p className="mt-1 flex items-center gap-2">
        <a
          href={apiUrl('readCase', { caseId: view.caseDetails.caseId })}
          className="link inline-flex min-h-6 items-center"
        >
          As the API answers it
        </a>
        <CopyButton text={json} label="Copy the raw view" />
      </p>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label="Raw view of this case"
        className="mt-2 max-h-96 overflow-auto rounded-md border border-line bg-canvas p-2"
      >
        <pre className="font-mono text-xs">{json}</pre>
      </section>
    </>
  )
}

export default RawJson
