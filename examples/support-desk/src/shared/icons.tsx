import type { ReactNode } from 'react';

const draw = (children: ReactNode) => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
    {children}
  </svg>
);

/** Drawings without a name of their own: the button that holds one has the name. */
export const icons = {
  add: draw(<path d="M12 5v14M5 12h14" />),
  back: draw(<path d="M15 5l-7 7 7 7" />),
  chat: draw(<path d="M5 5h14v10H11l-4 4v-4H5z" />),
  check: draw(<path d="M5 12.5l4.5 4.5L19 7.5" />),
  clock: draw(
    <>
      <circle cx="12" cy="12" r="8" />
      <path d="M12 8v4.5l3 2" />
    </>,
  ),
  close: draw(<path d="M6 6l12 12M18 6L6 18" />),
  down: draw(<path d="M12 5v14M6 13l6 6 6-6" />),
  edit: draw(<path d="M4 20l1-4L16 5l3 3L8 19z" />),
  eye: draw(
    <>
      <path d="M3 12c2.5-4.5 5.5-6.5 9-6.5s6.5 2 9 6.5c-2.5 4.5-5.5 6.5-9 6.5s-6.5-2-9-6.5z" />
      <circle cx="12" cy="12" r="2.5" />
    </>,
  ),
  flag: draw(<path d="M6 21V4h11l-2 4 2 4H6" />),
  more: draw(<path d="M6 12h.01M12 12h.01M18 12h.01" />),
  note: draw(<path d="M6 4h12v11l-5 5H6zM13 20v-5h5" />),
  person: draw(
    <>
      <circle cx="12" cy="8.5" r="3.5" />
      <path d="M5 20c.6-4 3.3-6 7-6s6.4 2 7 6" />
    </>,
  ),
  quick: draw(<path d="M13 3L5 14h6l-1 7 8-11h-6z" />),
  remove: draw(<path d="M5 7h14M10 7V5h4v2M7 7l1 12h8l1-12" />),
  search: draw(
    <>
      <circle cx="11" cy="11" r="6" />
      <path d="M15.5 15.5L20 20" />
    </>,
  ),
  send: draw(<path d="M5 12l15-7-5 15-3-6z" />),
  star: draw(<path d="M12 4l2.5 5.2 5.7.7-4.2 3.9 1.1 5.7L12 16.7l-5.1 2.8L8 13.8 3.8 9.9l5.7-.7z" />),
  swap: draw(<path d="M4 9h14l-4-4M20 15H6l4 4" />),
  tag: draw(<path d="M4 4h8l8 8-8 8-8-8zM8.5 8.5h.01" />),
};
