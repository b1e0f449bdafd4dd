/** An XLSX workbook to be saved under its name. */
export function workbookAnswer(content: Uint8Array, fileName: string): Response {
  // A copy of exactly these bytes: the memory under a small Buffer is shared with whatever else the process holds.
  return new Response(Uint8Array.from(content), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    },
  });
}
