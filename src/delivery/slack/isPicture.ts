/** What Slack can show in an image block. */
export function isPicture(filename: string): boolean {
  return /\.(png|jpe?g|gif)$/i.test(filename);
}
