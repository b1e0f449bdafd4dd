import { relationships } from './workbook.ts';
import { attribute, escapeXml } from './xml.ts';

/** Parts that compute or fetch: macros, links to other files (and through them DDE commands), the order of calculation. */
export const LIVE_PARTS = /^xl\/(?:calcChain\.xml|vba\w*\.(?:bin|xml)|externalLinks\/.*|_rels\/vba[^/]*)$/;

const LIVE_RELATIONSHIPS = /^(?:calcChain|vbaProject|externalLink)$/;
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const OUR_ID = 'rIdPayung';

/** The three parts of a workbook that list the others. */
export type PackageParts = Readonly<{
  contentTypes: string;
  workbook: string;
  workbookRelationships: string;
}>;

/** Takes the live parts off the lists, so that no list points to a part that is no longer there. */
export function withoutLiveParts(parts: PackageParts): PackageParts {
  return {
    contentTypes: parts.contentTypes
      .replace(/<Override\b[^>]*>/g, (tag) =>
        LIVE_PARTS.test((attribute(tag, 'PartName') ?? '').replace(/^\//, '')) ? '' : tag,
      )
      .replace(/application\/vnd\.ms-excel\.(?:sheet|template)\.macroEnabled\.main\+xml/g, WORKBOOK_TYPE),
    workbook: parts.workbook
      .replace(/<(\w+:)?externalReferences\b[^>]*>[\s\S]*?<\/\1?externalReferences>/g, '')
      .replace(/<(?:\w+:)?externalReferences\b[^>]*\/>/g, ''),
    workbookRelationships: parts.workbookRelationships.replace(/<Relationship\b[^>]*>/g, (tag) =>
      LIVE_RELATIONSHIPS.test(attribute(tag, 'Type')?.split('/').at(-1) ?? '') ? '' : tag,
    ),
  };
}

/**
 * Adds a sheet as the last tab.
 *
 * @param part path of the sheet's XML in the archive, below `xl/`
 */
export function withSheet(parts: PackageParts, name: string, part: string): PackageParts {
  const strict = parts.workbook.includes('http://purl.oclc.org/ooxml/officeDocument/relationships');
  const namespace = strict ? 'http://purl.oclc.org/ooxml/officeDocument/relationships' : RELATIONSHIPS;
  const id = freeId(parts.workbookRelationships);
  const highest = Math.max(
    0,
    ...[...parts.workbook.matchAll(/\ssheetId="(\d+)"/g)].map((match) => Number(match[1])),
  );
  return {
    contentTypes: parts.contentTypes.replace(
      /<\/Types>\s*$/,
      `<Override PartName="/xl/${part}" ContentType="${SHEET_TYPE}"/></Types>`,
    ),
    workbook: parts.workbook.replace(
      /<\/(\w+:)?sheets>/,
      (closing, prefix: string | undefined) =>
        `<${prefix ?? ''}sheet name="${escapeXml(name)}" sheetId="${highest + 1}" xmlns:payung="${namespace}" payung:id="${id}"/>${closing}`,
    ),
    workbookRelationships: parts.workbookRelationships.replace(
      /<\/Relationships>\s*$/,
      `<Relationship Id="${id}" Type="${namespace}/worksheet" Target="${part}"/></Relationships>`,
    ),
  };
}

function freeId(workbookRelationships: string): string {
  const taken = relationships(workbookRelationships, 'xl');
  let id = OUR_ID;
  for (let count = 2; taken.has(id); count += 1) id = `${OUR_ID}${count}`;
  return id;
}
