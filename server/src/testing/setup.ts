import { afterAll } from 'vitest';
import { cleanUp } from './after-file.ts';

// Vitest runs this before every file; the modules of the project it reads once for many.
afterAll(cleanUp);
