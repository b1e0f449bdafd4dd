import { z } from '@hono/zod-openapi';
import { purseKinds } from '#partners';
import { confidences, proposalStates, registers } from './model.ts';

const person = {
  personId: z.uuid(),
  name: z.string(),
  birthDate: z.string().nullable(),
  rt: z.string().nullable(),
  rw: z.string().nullable(),
  occupation: z.string(),
};
const rupiah = z.int().describe('Whole rupiah.');

/** What a local rule asks: all of it must hold, and what is left out is not asked. */
export const criteriaSchema = z
  .strictObject({
    minAge: z.int().min(0).max(150).optional().describe('Completed years, at least.'),
    maxAge: z.int().min(0).max(150).optional().describe('Completed years, at most: 64 for "below 65".'),
    withoutEmployer: z.boolean().optional(),
    withoutRoutineIncome: z.boolean().optional().describe('No routine income and no fixed job.'),
    incomeBelow: z
      .int()
      .min(0)
      .max(1_000_000_000)
      .optional()
      .describe('Monthly income strictly below, rupiah.'),
    registers: z.array(z.enum(registers)).min(1).optional().describe('Listed in one of these.'),
    maxDecile: z.int().min(1).max(10).optional().describe('Listed there in this decile or a lower one.'),
    occupations: z.array(z.string().min(1).max(60)).min(1).max(50).optional(),
    excludedOccupations: z.array(z.string().min(1).max(60)).min(1).max(50).optional(),
    resident: z.boolean().optional().describe('Lives in the area of the rule.'),
  })
  .openapi('VulnerableCriteria');

export const ruleSchema = z
  .object({
    ruleId: z.uuid(),
    area: z.int(),
    areaName: z.string(),
    law: z.string(),
    article: z.string().nullable(),
    version: z.int(),
    confidence: z.enum(confidences),
    criteria: criteriaSchema,
    from: z.string(),
    until: z.string().nullable(),
    madeBy: z.string(),
    recordedAt: z.string(),
    replacedAt: z.string().nullable().describe('Null while the version stands.'),
  })
  .openapi('LocalRule');

/** What was found of somebody; null for what is not known. */
export const findingsSchema = z.object({
  hasEmployer: z.boolean().nullable(),
  hasRoutineIncome: z.boolean().nullable(),
  lowIncome: z.boolean().nullable().describe('Below the limit of the rule; the income itself is not kept.'),
  register: z.enum(registers).nullable(),
  decile: z.int().min(1).max(10).nullable(),
});

export const candidateSchema = z
  .object({
    ...person,
    sex: z.enum(['L', 'P']).nullable(),
    age: z.int().nullable().describe('Completed years on the first day to be paid.'),
    findings: findingsSchema,
    verdict: z.enum(['eligible', 'open', 'excluded']),
    reasons: z.array(
      z.object({
        code: z.string(),
        text: z.string().describe('In the language of the request.'),
        fund: z.enum(purseKinds).nullable().describe('Of a protection elsewhere nothing else is told.'),
        state: z.enum(['active', 'agreed']).nullable(),
      }),
    ),
    missing: z.array(z.string()).describe('Facts the rule asks that nobody has found out yet.'),
    score: z.int().describe('Criteria met.'),
  })
  .openapi('SelectionCandidate');

export const proposalSchema = z
  .object({
    proposalId: z.uuid(),
    area: z.int(),
    areaName: z.string(),
    areaKind: z.enum(['desa', 'kelurahan']),
    districtName: z.string().nullable(),
    agreementId: z.uuid(),
    agreementNumber: z.string(),
    partnerId: z.uuid(),
    partnerName: z.string(),
    fundName: z.string(),
    ruleId: z.uuid().nullable(),
    from: z.string(),
    to: z.string(),
    quota: z.int(),
    state: z.enum(proposalStates),
    meeting: z
      .object({
        metOn: z.string(),
        place: z.string(),
        ledBy: z.string(),
        attendance: z.int(),
        minutes: z.string(),
      })
      .nullable(),
    minutesId: z.uuid().nullable(),
    minutesNumber: z.string().nullable(),
    decreeId: z.uuid().nullable(),
    decreeNumber: z.string().nullable(),
    listed: z.int().describe('On the list and not struck.'),
    enrolled: z.int().nullable(),
    makers: z.array(z.string()).describe('Who made, ranked or decided the list: none of them verifies it.'),
    verifiedBy: z.string().nullable(),
    recordedAt: z.string(),
    example: z.boolean(),
  })
  .openapi('Proposal');

export const proposalFileSchema = z
  .object({
    proposal: proposalSchema,
    rule: ruleSchema.nullable().describe('Null: by the criterion proposed where there is no local rule.'),
    cost: z.object({
      monthly: rupiah,
      months: z.int(),
      perPerson: rupiah,
      total: rupiah,
      settled: z.boolean().describe('False while an open question of law would change it.'),
    }),
    entries: z.array(
      z.object({
        ...person,
        place: z.int(),
        score: z.int(),
        decile: z.int().nullable(),
        standing: z.enum(['in', 'substitute', 'struck']),
        checkedBy: z.string().nullable(),
        struck: z.string().nullable(),
        outcome: z.string().nullable(),
        outcomeText: z.string().nullable().describe('In the language of the request.'),
      }),
    ),
    steps: z.array(
      z.object({
        state: z.enum(proposalStates),
        note: z.string().nullable(),
        madeBy: z.string(),
        recordedAt: z.string(),
      }),
    ),
  })
  .openapi('ProposalFile');

export const annexSchema = z
  .object({
    proposal: proposalSchema,
    decree: z.object({
      number: z.string(),
      signedOn: z.string(),
      signedBy: z.string().nullable(),
      signedAs: z.string().nullable(),
      annexDigest: z.string().nullable(),
    }),
    texts: z
      .object({
        title: z.string(),
        subject: z.string(),
        sections: z.array(
          z.object({
            heading: z.string(),
            lines: z.array(z.string()),
            isNumbered: z.boolean(),
          }),
        ),
        signature: z.array(z.string()).describe('Above the name of the signatory.'),
        annex: z.string(),
        columns: z.array(z.string()),
      })
      .describe('The document in Indonesian, as far as the register knows it.'),
    lines: z.array(
      z.object({
        ...person,
        place: z.int(),
        sex: z.enum(['L', 'P']).nullable(),
        nik: z.string().describe('Masked, unless whole numbers were asked for and may be told.'),
        villageName: z.string(),
        isSubstitute: z.boolean(),
        cells: z.array(z.string()).describe('Under the columns of the document.'),
      }),
    ),
  })
  .openapi('DecreeAnnex');
