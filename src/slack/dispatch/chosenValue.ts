/** What a click says: a button's value or the value of the option chosen; empty where there is neither. */
export function chosenValue(action: object): string {
  if ('value' in action && typeof action.value === 'string') return action.value;
  if ('selected_option' in action) {
    const option = action.selected_option as { value?: string } | null;
    return option?.value ?? '';
  }
  return '';
}
