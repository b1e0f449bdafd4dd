import type { Command } from '../command.ts';
import { areasLoad } from './areas-load.ts';
import { auditHead } from './audit-head.ts';
import { auditVerify } from './audit-verify.ts';
import { backup } from './backup.ts';
import { billRun } from './bill-run.ts';
import { coverage } from './coverage.ts';
import { keysCreate } from './keys-create.ts';
import { keysPublic } from './keys-public.ts';
import { keysReseal } from './keys-reseal.ts';
import { keysRotate } from './keys-rotate.ts';
import { lawBatch } from './law-batch.ts';
import { lawExplain } from './law-explain.ts';
import { lawList } from './law-list.ts';
import { lawParameter } from './law-parameter.ts';
import { lawRun } from './law-run.ts';
import { paymentImport } from './payment-import.ts';
import { restore } from './restore.ts';
import { rosterAccept } from './roster-accept.ts';
import { rosterCheck } from './roster-check.ts';
import { rosterList } from './roster-list.ts';
import { rosterWorkbook } from './roster-workbook.ts';
import { serve } from './serve.ts';
import { start } from './start.ts';
import { userAdd } from './user-add.ts';
import { userEnd } from './user-end.ts';
import { userGrant } from './user-grant.ts';
import { userList } from './user-list.ts';
import { userPassword, userSecondFactor } from './user-password.ts';

/** Every command, in the order in which help lists them: that of the work. */
export const commands: readonly Command[] = [
  start,
  serve,
  areasLoad,
  userAdd,
  userGrant,
  userEnd,
  userList,
  userPassword,
  userSecondFactor,
  rosterCheck,
  rosterAccept,
  rosterList,
  rosterWorkbook,
  billRun,
  paymentImport,
  coverage,
  lawList,
  lawExplain,
  lawRun,
  lawBatch,
  lawParameter,
  auditHead,
  auditVerify,
  keysCreate,
  keysPublic,
  keysRotate,
  keysReseal,
  backup,
  restore,
];
