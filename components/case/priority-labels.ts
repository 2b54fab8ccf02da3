/** Priorities as people say them: 0 is the ordinary one. */

const LABELS = ['Normal', 'Medium', 'High', 'Urgent'] as const

export const priorityLabel = (priority: number): string => LABELS[priority] ?? LABELS[0]

/** Priorities that are worth a filter or a mark. */
export const RAISED_PRIORITIES = [1, 2, 3] as const
