/**
 * Settings given on the command line at every start, so that none of them ages inside a data directory.
 *
 * Nothing that a statement holds may reach the log, because statements hold personal data: errors of statements stay out of
 * it altogether (`log_min_messages = log` ranks above `error`; the client gets them), and `terse` drops the DETAIL and
 * CONTEXT lines, which quote rows.
 */
const always: Readonly<Record<string, string>> = {
  shared_buffers: '128MB',
  max_connections: '100',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  timezone: 'UTC',
  // One file a day of the week, overwritten a week later.
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%u.log',
  log_rotation_age: '1d',
  log_truncate_on_rotation: 'on',
  log_timezone: 'UTC',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

/** Arguments for `postgres`: ours, then the caller's, which win. */
export function settingArguments(
  own: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>>,
): string[] {
  return Object.entries({ ...always, ...own, ...given }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
}
