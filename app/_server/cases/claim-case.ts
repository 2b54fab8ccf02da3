import { UPDATES } from '@/temporal/contract/temporal-names'
import { changeHolder } from './change-holder'

/** Claims a case for the caller, so that others see who works on it. */
export const claimCase = changeHolder('case.claim', UPDATES.claim, 'Claimed')
