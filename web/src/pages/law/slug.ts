/**
 * An id as the last part of an address: `PP 44/2015` is `pp-44-2015`, `jp.wage_cap` is `jp-wage-cap`. Letters and digits only,
 * because a point in an address means a file to a server.
 */
export function slugOf(id: string): string {
  return id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
