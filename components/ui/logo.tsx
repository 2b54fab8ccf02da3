/** The product's mark, as in public/favicon.svg. */
export const Logo = ({ className }: { className?: string }) => (
  <svg viewBox="0 0 32 32" className={className} aria-hidden>
    <rect width="32" height="32" rx="8" className="fill-accent" />
    <path
      d="M9 16.5l4.6 4.6 9.6-9.6"
      fill="none"
      className="stroke-on-solid"
      strokeWidth="3.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
