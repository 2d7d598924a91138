/** Empties an input that may be left empty. */
export function ClearButton({ onClear }: { readonly onClear: () => void }) {
  return (
    <button type="button" className="clear" onClick={onClear} aria-label="Clear">
      <span aria-hidden="true">×</span>
    </button>
  );
}
