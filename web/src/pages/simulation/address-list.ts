/** A list of rows of texts for the address: `SD:4|SMA:2::PU:3`. Empty texts at the end of a row are left out. */
export function listText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(encodeURIComponent).join(':').replace(/:+$/, '')).join('|');
}

/** The rows of a list in the address; none if the text is empty. */
export function listIn(text: string): readonly (readonly string[])[] {
  if (text === '') return [];
  return text.split('|').map((row) => row.split(':').map(decoded));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Somebody shortened the address by hand.
    return part;
  }
}
