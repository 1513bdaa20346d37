import { enableCompileCache } from 'node:module';

// What was compiled at one start is kept for the next: a thousand small modules take longer than one referral.
enableCompileCache();
await import('./route-command.ts');
