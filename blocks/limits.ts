/**
 * Every limit of Slack's messages and views, once. Lengths are in characters, counts in items.
 * Where Slack's own pages and the libraries that follow them differ, the smaller number stands here.
 *
 * Source: docs.slack.dev/reference/block-kit (2026-08); `message.characters` and `message.blockOverhead`
 * follow measurements in slackapi/bolt-js#2509 and #2867, since Slack documents neither.
 */
export const limits = {
  text: 3000,
  actionId: 255,
  blockId: 255,
  url: 3000,
  message: {
    blocks: 50,
    /** All text of one message's blocks together, plus `blockOverhead` for each block. */
    characters: 13_000,
    blockOverhead: 100,
    /** The fallback text: chat.update refuses more, chat.postMessage cuts at 40,000. */
    text: 4000,
    attachments: 100,
    tables: 1,
    charts: 2,
    /** All markdown blocks of one message together. */
    markdown: 12_000,
  },
  view: {
    blocks: 100,
    bytes: 250_000,
    title: 24,
    submit: 24,
    close: 24,
    privateMetadata: 3000,
    callbackId: 255,
    externalId: 255,
  },
  section: { text: 3000, fields: 10, field: 2000 },
  header: { text: 150, maxLevel: 4 },
  context: { elements: 10 },
  actions: { elements: 25 },
  contextActions: { elements: 5 },
  image: { url: 3000, altText: 2000, title: 2000 },
  input: { label: 2000, hint: 2000 },
  video: { altText: 200, title: 199, authorName: 49, description: 200, providerName: 49 },
  alert: { text: 200 },
  card: { title: 150, subtitle: 150, body: 200, subtext: 200, actions: 3 },
  carousel: { elements: 10 },
  container: { title: 150, subtitle: 150, blocks: 10 },
  table: { rows: 100, columns: 20, characters: 10_000 },
  dataTable: { minRows: 2, rows: 101, columns: 20, characters: 10_000, pageSize: 100 },
  chart: {
    title: 50,
    segments: 6,
    series: 6,
    points: 20,
    categories: 20,
    label: 20,
    axisLabel: 50,
  },
  richText: { listIndent: 8 },
  button: { text: 75, value: 2000, accessibilityLabel: 75 },
  iconButton: { visibleTo: 10 },
  confirm: { title: 100, text: 300, confirm: 30, deny: 30 },
  option: { text: 75, value: 150, description: 75 },
  optionGroup: { label: 75, options: 100 },
  select: { options: 100, groups: 100 },
  overflow: { options: 5 },
  checkboxes: { options: 10 },
  radioButtons: { options: 10 },
  placeholder: 150,
  textInput: { characters: 3000 },
  richTextInput: { lines: 100 },
  fileInput: { files: 10 },
} as const;
