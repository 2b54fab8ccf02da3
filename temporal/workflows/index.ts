/** The entry that Temporal loads: every workflow by its released name. */
export { approvalWorkflow } from './approval'
export { orderWorkflow } from './order'
