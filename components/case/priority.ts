/** Priorities as people say them: 0 is the ordinary one. */

const WORDS = ['Normal', 'Medium', 'High', 'Urgent'] as const

export const priorityWord = (priority: number): string => WORDS[priority] ?? WORDS[0]

/** Priorities that are worth a filter or a mark. */
export const RAISED_PRIORITIES = [1, 2, 3] as const
