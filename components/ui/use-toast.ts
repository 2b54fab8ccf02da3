'use client'

import { toast } from './toast-queue'

/** `const { toast } = useToast()`; needs a `Toaster` somewhere on the page. */
export const useToast = () => ({ toast })
