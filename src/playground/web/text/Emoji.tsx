import { emojiOf } from './emoji.ts';

/** An emoji that is read out by its name; a name that is none stays as it was written. */
export function Emoji({ name }: { readonly name: string }) {
  const emoji = emojiOf(name);
  if (emoji === undefined) return <>{`:${name}:`}</>;
  const spoken = name.replace(/::.*$/, '').replaceAll(/[_-]/g, ' ');
  return (
    <span className="emoji" role="img" aria-label={spoken} title={`:${name}:`}>
      {emoji}
    </span>
  );
}
