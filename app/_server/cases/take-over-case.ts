import { UPDATES } from '@/temporal/contract/temporal-names'
import { changeHolder } from './change-holder'

/** Takes a case over from the colleague who holds it, who is told. One that nobody holds is claimed. */
export const takeOverCase = changeHolder('case.takeOver', UPDATES.takeOver, 'Taken over')
