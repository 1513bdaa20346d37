import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** `npm run dev:web` serves the pages from here and sends questions on to the server. */
const SERVER = 'http://127.0.0.1:4000';

/**
 * The style sheet of NHS.UK asks a server of the NHS for its font, and this one for icons that no page of ours
 * draws: a page of ours asks nobody but us. It also holds a hack for Internet Explorer that no parser reads.
 */
const tameNhsStyles: Plugin = {
  name: 'tame-nhs-styles',
  enforce: 'pre',
  transform: (code, id) =>
    /nhsuk-frontend[^?]*\.css/.test(id)
      ? code
          .replaceAll(/@font-face\s*\{[^}]*\}/g, '')
          .replaceAll(/url\(\/assets\/[^)]*\)/g, 'none')
          .replaceAll('screen\\0 and', 'not all and')
      : null,
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [tameNhsStyles, react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: {
      '/graphql': SERVER,
      '/settings.json': SERVER,
      '/schema.graphql': SERVER,
      '/contract.json': SERVER,
    },
  },
});
