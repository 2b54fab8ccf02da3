'use client'

import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'

/** For a translated page: what changed may be missing from it. */
const RewriteBanner = () => (
  <Banner
    tone="waiting"
    title="This page is translated by the browser"
    action={
      <Button size="sm" onClick={() => location.reload()}>
        Reload
      </Button>
    }
  >
    What changed since then may be missing from it. What you typed is kept.
  </Banner>
)

export default RewriteBanner
