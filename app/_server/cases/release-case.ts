import { UPDATES } from '@/temporal/contract/temporal-names'
import { changeHolder } from './change-holder'

/** Releases a claimed case to its group. Supervisors may release cases of others. */
export const releaseCase = changeHolder('case.release', UPDATES.release, 'Released')
