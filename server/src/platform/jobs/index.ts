export { type Job, type Jobs, queueJob, startJobs } from './jobs.ts';
export {
  findProgress,
  finishProgress,
  moveProgress,
  openProgress,
  type Progress,
  watchProgress,
} from './progress.ts';
