export type { Difference, MemberFile, MemberImport, MemberRow, MemberVerdict } from './model.ts';
export { memberReview } from './review-routes.ts';
export { exchange } from './routes.ts';
export { decideMember, reopenMember } from './service/decide.ts';
export { type Differences, differencesCsv, differencesOf } from './service/differences.ts';
export { type ExportWanted, exportMembers } from './service/export-members.ts';
export { importMembers, type MemberFileInput, sendMembers } from './service/import-members.ts';
export { getImport, type ImportUnderWay, listMemberFiles, listMemberRows } from './service/read-members.ts';
export { listMemberReview } from './service/review.ts';
