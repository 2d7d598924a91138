/** The badge that counts the mails nobody has looked at. */
export function FreshMails({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <span className="bar-badge">
      {count}
      <span className="visually-hidden"> mails not looked at</span>
    </span>
  );
}
