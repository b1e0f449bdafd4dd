/** The migrated database that every test database is a copy of. */
export const TEMPLATE = 'payung_template';

/** Names of temporary directories begin with it and the process id, so that the next run removes what a killed one left. */
export const PREFIX = 'payung-test-';
