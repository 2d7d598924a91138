/** Work is under way. */
export function Spinner() {
  return <span className="spinner" role="img" aria-label="working" />;
}
