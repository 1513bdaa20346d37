import cluster from 'node:cluster';
import { enableCompileCache } from 'node:module';

// What was compiled at one start is kept for the next: a thousand small modules take longer than the work.
enableCompileCache();
try {
  const { coresWanted, runProcesses } = await import('./cores.ts');
  const cores = coresWanted(process.argv.slice(2), process.env['CORES']);
  if (cores > 1 && cluster.isPrimary) runProcesses(cores);
  else await import('./serve.ts');
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 64;
}
