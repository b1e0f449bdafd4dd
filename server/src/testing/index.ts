export { type BillingWorld, billingWorld, refusalOf, type SignedAgreement } from './billing-world.ts';
export { temporaryDirectory } from './temporary-directory.ts';
export { emptyDatabase, type TestDatabase, testDatabase } from './test-database.ts';
export { type TestPlatform, testPlatform } from './test-platform.ts';
