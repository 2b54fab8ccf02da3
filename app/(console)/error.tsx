'use client'

import { PageFrame } from '@/components/console/page-frame'
import { Button } from '@/components/ui/button'
import { ProblemNote } from '@/components/ui/problem-note'

const PROBLEM = {
  title: 'It could not be read',
  detail:
    'Nothing was changed. Where a part is down, a note on this page says which and what goes on meanwhile.',
}

/** A page of the console that fails leaves its frame standing: the other places are one press away. */
const ConsoleError = ({ retry }: { retry: () => void }) => (
  <PageFrame title="This page cannot be shown right now">
    <ProblemNote problem={PROBLEM} action={<Button onClick={retry}>Try again</Button>} />
  </PageFrame>
)

export default ConsoleError
