export type { Difference, MemberFile, MemberImport, MemberRow, MemberVerdict } from './model.ts';
export { exchange } from './routes.ts';
export { type Differences, differencesCsv, differencesOf } from './service/differences.ts';
export { type ExportWanted, exportMembers } from './service/export-members.ts';
export { importMembers, type MemberFileInput, sendMembers } from './service/import-members.ts';
export { getImport, type ImportUnderWay, listMemberFiles, listMemberRows } from './service/read-members.ts';
