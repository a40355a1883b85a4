import 'react';

declare module 'react' {
  // Styles may set the variables that the stylesheets read.
  interface CSSProperties {
    '--hue'?: number;
    '--tag'?: string;
  }
}
