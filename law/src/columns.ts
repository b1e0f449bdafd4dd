import { bpuColumns } from './bpu/columns.ts';
import { jkmColumns } from './jkm/columns.ts';
import { jpColumns } from './jp/columns.ts';
import { puColumns } from './pu/columns.ts';

/** The rules that can be answered for a whole population over typed arrays. */
export const columnRules = { bpu: bpuColumns, pu: puColumns, jkm: jkmColumns, jp: jpColumns } as const;
