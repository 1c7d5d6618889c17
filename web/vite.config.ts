import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `npm run build` → web/dist, served by the API. `npx vite web` serves the sources and passes the API's paths on. */
const api = process.env['API_ADDRESS'] ?? 'http://127.0.0.1:3000';

export default defineConfig(({ command }) => {
  // A build asked for by a test (NODE_ENV=test) is the same build: not React's development half.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    root: import.meta.dirname,
    plugins: [react()],
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      // A content security policy of 'self' allows no data: scripts or fonts; small pictures stay files too.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 900,
    },
    server: { proxy: { '/api': api } },
  };
});
