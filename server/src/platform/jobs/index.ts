export { type Job, type Jobs, queueJob, startJobs } from './jobs.ts';
export {
  findProgress,
  finishProgress,
  listProgress,
  moveProgress,
  openProgress,
  type Progress,
  watchProgress,
} from './progress.ts';
