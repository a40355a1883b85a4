import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Absolute, since the build may be started from anywhere.
const here = (path: string) => decodeURIComponent(new URL(path, import.meta.url).pathname);

export default defineConfig({
  // The server shows the built pages here; they find the server by their own address.
  base: '/examples/support-desk/',
  plugins: [react()],
  build: {
    // The widget may stand on a page of any address, from which the paths of preloads would be wrong.
    modulePreload: false,
    rollupOptions: {
      input: { start: here('index.html'), agent: here('agent/index.html'), admin: here('admin/index.html'), widget: here('src/widget/loader.ts') },
      output: { entryFileNames: ({ name }) => (name === 'widget' ? 'widget.js' : 'assets/[name]-[hash].js') },
    },
  },
  server: {
    // `npm run dev` talks to the server that `npm start` runs.
    proxy: {
      '/graphql': { target: 'http://localhost:4000', ws: true },
      '/examples/token': 'http://localhost:4000',
    },
  },
});
