import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  // The server shows the built page here; the page finds the server by its own address.
  base: '/examples/booking-chat/',
  plugins: [react()],
  server: {
    // `npm run dev` talks to the server that `npm start` runs.
    proxy: {
      '/graphql': { target: 'http://localhost:4000', ws: true },
      '/examples/token': 'http://localhost:4000',
    },
  },
});
