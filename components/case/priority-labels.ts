/** Labels of priorities: 0 is normal. */

const LABELS = ['Normal', 'Medium', 'High', 'Urgent'] as const

export const priorityLabel = (priority: number): string => LABELS[priority] ?? LABELS[0]

/** Priorities above normal. */
export const RAISED_PRIORITIES = [1, 2, 3] as const
