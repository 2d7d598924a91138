/** Small valid pieces of Block Kit, as plain JSON, for the validator's tests. */
export const plain = (text = 'Acme Ltd') => ({ type: 'plain_text', text });
export const mrkdwn = (text = '*Acme Ltd*') => ({ type: 'mrkdwn', text });
export const section = (more: object = {}) => ({ type: 'section', text: mrkdwn(), ...more });
export const button = (more: object = {}) => ({ type: 'button', text: plain(), action_id: 'open', ...more });
export const option = (value: string | number, more: object = {}) => ({
  text: plain(`Option ${value}`),
  value: String(value),
  ...more,
});
export const options = (count: number) => times(count, option);
export const actions = (...elements: object[]) => ({ type: 'actions', elements });
export const input = (element: object, more: object = {}) => ({
  type: 'input',
  label: plain(),
  element,
  ...more,
});
export const select = (more: object = {}) => ({ type: 'static_select', options: options(3), ...more });
export const image = (more: object = {}) => ({
  type: 'image',
  image_url: 'https://example.com/a.png',
  alt_text: 'A chart',
  ...more,
});
export const richText = (text = 'x') => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});
export const cell = (text = 'x') => ({ type: 'raw_text', text });
export const modal = (blocks: unknown, more: object = {}) => ({
  type: 'modal',
  title: plain(),
  blocks,
  ...more,
});
export const home = (blocks: unknown, more: object = {}) => ({ type: 'home', blocks, ...more });

export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** `count` characters. */
export const chars = (count: number) => 'x'.repeat(count);
