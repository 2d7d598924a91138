import { type FocusEvent, useEffect, useRef, useState } from 'react';

/** A tap takes the focus away before it is a click. */
const TAP_MS = 400;

/** Whether the pointer or the focus is on an element, with the handlers that tell it. */
export function useAttention() {
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const handlers = {
    onPointerEnter: () => setHovered(true),
    onPointerLeave: () => setHovered(false),
    onFocus: () => {
      clearTimeout(timer.current);
      setFocused(true);
    },
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      if (currentTarget.contains(relatedTarget)) return;
      if (relatedTarget) setFocused(false);
      else timer.current = setTimeout(setFocused, TAP_MS, false);
    },
  };
  return { hasAttention: hovered || focused, handlers };
}
