import { type ReactNode, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';

const SHOWN_MS = 2500;

/** Puts a text on the clipboard and says so. */
export function CopyButton({
  text,
  children,
}: {
  readonly text: () => string;
  readonly children: ReactNode;
}) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => setSaid(''), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setSaid('Copied.');
    } catch {
      setSaid('The browser does not allow copying.');
    }
  };
  return (
    <span className="bar-copy">
      <Button className="bar-quiet-button" onPress={copy}>
        {children}
      </Button>
      <span role="status" className="bar-hint">
        {said}
      </span>
    </span>
  );
}
