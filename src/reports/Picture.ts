/** A picture, and a sentence that says the same to those who cannot see it (Slack: at most 2,000 characters). */
export interface Picture {
  png: Buffer;
  altText: string;
}
