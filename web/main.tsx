/** Two parts behind one address: the light one (link page, public pages) loads without the desk's component library. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyTheme } from './look/theme.ts';
import { startLanguage } from './words/language.ts';
import { isLightPath } from './light/paths.ts';
import './look/roles.css';
import './look/pieces.css';

// Two statements: in one conditional expression the bundler would preload what both parts need.
const loadLight = () => import('./light/part.tsx');
const loadDesk = () => import('./desk/part.tsx');

const start = async (): Promise<void> => {
  applyTheme();
  const light = isLightPath(location.pathname);
  const [{ Part }] = await Promise.all([light ? loadLight() : loadDesk(), startLanguage(!light)]);
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <Part />
    </StrictMode>,
  );
};

void start();
