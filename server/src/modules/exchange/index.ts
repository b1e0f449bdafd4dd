export type { Difference, MemberFile, MemberRow, MemberVerdict } from './model.ts';
export { exchange } from './routes.ts';
export { type Differences, differencesCsv, differencesOf } from './service/differences.ts';
export { type ExportWanted, exportMembers } from './service/export-members.ts';
export { importMembers, type MemberFileInput, type MembersImported } from './service/import-members.ts';
export { listMemberFiles, listMemberRows } from './service/read-members.ts';
