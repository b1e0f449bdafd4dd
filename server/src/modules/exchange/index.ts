export type { MemberFile, MemberRow, MemberVerdict } from './model.ts';
export { importMembers, type MemberFileInput, type MembersImported } from './service/import-members.ts';
export { listMemberFiles, listMemberRows } from './service/read-members.ts';
