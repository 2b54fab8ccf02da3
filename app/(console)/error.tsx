'use client'

import { Button } from '@/components/ui/button'
import { PageFrame } from '@/components/ui/page-frame'

/**
 * Error page inside the frame of the console. Every page of the console loads it, so it has no other
 * components.
 */
const ConsoleError = ({ retry }: { retry: () => void }) => (
  <PageFrame title="This page cannot be shown right now">
    <div role="alert" className="max-w-prose">
      <p className="font-medium text-bad">It could not be read</p>
      <p className="mt-1">
        Reading it again changes nothing. Where a part is down, a note on this page says which and what goes
        on meanwhile.
      </p>
    </div>
    <p>
      <Button onClick={retry}>Try again</Button>
    </p>
  </PageFrame>
)

export default ConsoleError
