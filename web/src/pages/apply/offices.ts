import { api, type Brings, read } from '../../app/client.ts';

/** The offices of BPJS and the kabupaten they serve; told to anybody. */
export const listBranchOffices = () => read(api.branches.$get());

export type BranchOffice = Brings<typeof listBranchOffices>['branches'][number];
