import { administrationParameters } from './administration/parameters.ts';
import { bpuParameters } from './bpu/parameters.ts';
import { calendarParameters } from './calendar/parameters.ts';
import { heirParameters } from './claim/heirs-parameters.ts';
import { deadlineParameters } from './claim/parameters.ts';
import type { Parameter } from './engine/parameter.ts';
import { registry } from './engine/registry.ts';
import type { ShownParameter } from './engine/shown-parameter.ts';
import { jakonParameters } from './jakon/parameters.ts';
import { jhtParameters } from './jht/parameters.ts';
import { jkkParameters } from './jkk/parameters.ts';
import { jkmParameters } from './jkm/parameters.ts';
import { jkpParameters } from './jkp/parameters.ts';
import { jpParameters } from './jp/parameters.ts';
import { membershipParameters } from './membership/parameters.ts';
import { pmiParameters } from './pmi/parameters.ts';
import { puParameters } from './pu/parameters.ts';
import { scholarshipParameters } from './scholarship/parameters.ts';

const ALL: readonly Pick<Parameter<never>, 'id' | 'shown'>[] = [
  ...administrationParameters,
  ...bpuParameters,
  ...calendarParameters,
  ...deadlineParameters,
  ...heirParameters,
  ...jakonParameters,
  ...jhtParameters,
  ...jkkParameters,
  ...jkmParameters,
  ...jkpParameters,
  ...jpParameters,
  ...membershipParameters,
  ...pmiParameters,
  ...puParameters,
  ...scholarshipParameters,
];

const byId = registry(ALL);

/** Every parameter of the law with its history, in the order of their ids. */
export function listParameters(): readonly ShownParameter[] {
  return [...byId.keys()].sort().flatMap((id) => findParameter(id) ?? []);
}

/** The parameter with this id and its history, as known on the day of `asKnownOn`; undefined if there is none. */
export function findParameter(id: string): ShownParameter | undefined {
  return byId.get(id)?.shown();
}
