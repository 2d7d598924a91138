const PATHS = {
  lock: 'M6 9V7a4 4 0 0 1 8 0v2M5 9h10v7H5z',
  back: 'M12 4 6 10l6 6',
  close: 'M5 5l10 10M15 5 5 15',
  plus: 'M10 4v12M4 10h12',
  send: 'M4 4l13 6-13 6 2-6zM6 10h5',
  thread: 'M4 5h12v8H9l-4 3v-3H4z',
  more: 'M4.5 9.5h1v1h-1zM9.5 9.5h1v1h-1zM14.5 9.5h1v1h-1z',
  link: 'M8.5 11.5a3 3 0 0 0 4.2 0l2.5-2.5A3 3 0 0 0 11 4.800l-1 1M11.5 8.500a3 3 0 0 0-4.200 0L4.800 11A3 3 0 0 0 9 15.200l1-1',
  smile: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M7.500 8.200h.01M12.500 8.200h.01M7 12c1.500 2 4.500 2 6 0',
  eye: 'M2.500 10C5 5.500 15 5.500 17.500 10 15 14.500 5 14.500 2.500 10M10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  file: 'M6 3h5l4 4v10H6zM11 3v4h4',
  down: 'M10 4v11M5.500 10.500 10 15l4.500-4.500',
  bolt: 'M11 3 5 11h4l-1 6 6-8h-4z',
} as const;

/** A line drawing that goes with a text or a label. */
export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
