#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import '../../checks/node-version.js';

// Sources are compiled once, not at each command: a fifth of a second.
enableCompileCache();
await import('../src/main.ts');
