/** Words of the error page. Apart from the others: that page is a client file, and would carry the whole dictionary. */

export const ERROR_WORDS = {
  en: {
    title: 'Something went wrong on our side',
    body: 'Nothing you did is lost. Please try again; if it happens again, tell us the number below.',
    reference: 'Reference',
    retry: 'Try again',
  },
} as const
