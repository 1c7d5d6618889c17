/** The page's content security policy allows no eval; zod would otherwise try it once and leave a report. */
import { config } from 'zod';

config({ jitless: true });
