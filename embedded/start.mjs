// `npm start`, in plain JavaScript: on a fresh clone it installs first. Then embedded/start.ts brings everything up.
import './install.mjs';

const { register } = await import('tsx/esm/api');
register();
await import('./start.ts');
