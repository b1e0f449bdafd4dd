/** An XLSX workbook to be saved under its name. */
export function workbookAnswer(content: Uint8Array, fileName: string): Response {
  return new Response(content.slice().buffer, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    },
  });
}
