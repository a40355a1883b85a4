import type { ReactNode } from 'react';

const draw = (children: ReactNode, viewBox = '0 0 24 24') => (
  <svg viewBox={viewBox} fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
    {children}
  </svg>
);

/** Drawings without a name of their own: the button that holds one has the name. */
export const icons = {
  add: draw(<path d="M12 5v14M5 12h14" />),
  back: draw(<path d="M15 5l-7 7 7 7" />),
  book: draw(<path d="M12 6c-2-1.5-4.5-2-8-2v14c3.5 0 6 .5 8 2 2-1.5 4.5-2 8-2V4c-3.5 0-6 .5-8 2zM12 6v14" />),
  chat: draw(<path d="M5 5h14v10H11l-4 4v-4H5z" />),
  close: draw(<path d="M6 6l12 12M18 6L6 18" />),
  down: draw(<path d="M12 5v14M6 13l6 6 6-6" />),
  edit: draw(<path d="M4 20l1-4L16 5l3 3L8 19z" />),
  note: draw(<path d="M6 4h12v11l-5 5H6zM13 20v-5h5" />),
  person: draw(
    <>
      <circle cx="12" cy="8.5" r="3.5" />
      <path d="M5 20c.6-4 3.3-6 7-6s6.4 2 7 6" />
    </>,
  ),
  quick: draw(<path d="M13 3L5 14h6l-1 7 8-11h-6z" />),
  react: draw(
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M9 10h.01M15 10h.01M8.5 14a4.2 4.2 0 007 0" />
    </>,
  ),
  remove: draw(<path d="M5 7h14M10 7V5h4v2M7 7l1 12h8l1-12" />),
  reply: draw(<path d="M10 7L5 12l5 5M5 12h8a6 6 0 016 6" />),
  search: draw(
    <>
      <circle cx="11" cy="11" r="6" />
      <path d="M15.5 15.5L20 20" />
    </>,
  ),
  send: draw(<path d="M5 12l15-7-5 15-3-6z" />),
  star: draw(<path d="M12 4l2.5 5.2 5.7.7-4.2 3.9 1.1 5.7L12 16.7l-5.1 2.8L8 13.8 3.8 9.9l5.7-.7z" />),
  // Small ones, for beside a time.
  clock: draw(
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 5v3.2l2 1.3" />
    </>,
    '0 0 16 16',
  ),
  tick: draw(<path d="M3.5 8.5l3 3 6-7" />, '0 0 16 16'),
  ticks: draw(<path d="M1.5 8.5l3 3 6-7M7.5 10.8l.9.7 6-7" />, '0 0 16 16'),
  warning: draw(<path d="M8 3v6M8 12.5v.1" />, '0 0 16 16'),
};
