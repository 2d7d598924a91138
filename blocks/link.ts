import { escapeMrkdwn } from './escapeMrkdwn.ts';
import { Markup } from './Markup.ts';
import { typed } from './typed.ts';

/** A link with a label. The address must be http(s) or mailto; of any other only the label is shown. */
export function link(url: string, label: string): Markup {
  const shown = typed(label).source.replaceAll('|', '¦');
  if (!/^(https?:\/\/|mailto:)/i.test(url) || !URL.canParse(url)) return new Markup(shown);
  return new Markup(`<${escapeMrkdwn(new URL(url).href).replaceAll('|', '%7C')}|${shown}>`);
}
