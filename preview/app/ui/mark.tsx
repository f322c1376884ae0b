/** The sign of the house: a piece of type. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <rect width="20" height="20" rx="5" fill="var(--accent-fill)" />
      <path
        d="M6 4.5h5v1.6H9.6v7.3h3.1l.5-2.4h1.6l-.3 4.500H6v-1.600h1.400V6.100H6z"
        fill="var(--on-accent)"
      />
    </svg>
  );
}
