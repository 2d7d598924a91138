import { emojiAliases } from './emojiAliases.ts';

const SKIN_TONE = /^(.+)::skin-tone-([2-6])$/;
const REGIONAL_A = 0x1f1e6;

/** The emoji of a Slack name, skin tone and flags of countries included, out of a table of plain names. */
export function findEmoji(names: Readonly<Record<string, string>>, name: string): string | undefined {
  const toned = SKIN_TONE.exec(name);
  if (toned) {
    const plain = findEmoji(names, toned[1] ?? '');
    return plain && withTone(plain, Number(toned[2]));
  }
  const flag = /^flag-([a-z]{2})$/.exec(name);
  if (flag) return [...(flag[1] ?? '')].map(regional).join('');
  if (Object.hasOwn(names, name)) return names[name];
  return Object.hasOwn(emojiAliases, name) ? emojiAliases[name] : undefined;
}

/** Slack counts the tones 2 to 6, as Fitzpatrick did; the modifiers lie in a row in Unicode. */
function withTone(emoji: string, tone: number): string {
  const [first = '', ...rest] = [...emoji];
  if (!/^\p{Emoji_Modifier_Base}$/u.test(first)) return emoji;
  return [first, String.fromCodePoint(0x1f3fb + tone - 2), ...rest.filter((part) => part !== '\ufe0f')].join(
    '',
  );
}

function regional(letter: string): string {
  return String.fromCodePoint(REGIONAL_A + letter.charCodeAt(0) - 97);
}
