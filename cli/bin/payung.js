#!/usr/bin/env node
import '../../checks/node-version.js';

// Sources are compiled once, not at each command. Not imported above: an older Node has none, and is to hear why it will not do.
const { enableCompileCache } = await import('node:module');
enableCompileCache();
await import('../src/main.ts');
