#!/usr/bin/env node
import '../../checks/node-version.js';

await import('../src/main.ts');
