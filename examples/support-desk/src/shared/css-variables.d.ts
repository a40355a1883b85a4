import 'react';

declare module 'react' {
  // Styles may set the variables that the stylesheets read; that of faces comes with them.
  interface CSSProperties {
    '--tag'?: string;
  }
}
