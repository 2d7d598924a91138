/** What inside an element takes the keyboard. */
export const USABLE = ['input', 'textarea', 'button', 'a[href]', '[role="spinbutton"]']
  .map((selector) => `${selector}:not([tabindex="-1"], [type="hidden"], [hidden])`)
  .join(', ');
