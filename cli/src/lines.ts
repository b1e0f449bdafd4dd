const newline = 0x0a;

/**
 * The lines of a stream of bytes, those of each piece together, without their newline. Only `\n` ends a line: JSON may hold the other
 * separators that Unicode knows.
 *
 * @param longest bytes of a line that is kept; a longer one is undefined, and its bytes are dropped as they come
 */
export async function* linesIn(
  source: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<readonly (Buffer | undefined)[]> {
  let kept: Buffer[] = [];
  let length = 0;
  const keep = (bytes: Buffer) => {
    length += bytes.length;
    if (length > longest) kept = [];
    else if (bytes.length > 0) kept.push(bytes);
  };
  const take = (): Buffer | undefined => {
    const line = length > longest ? undefined : kept.length === 1 ? kept[0] : Buffer.concat(kept);
    kept = [];
    length = 0;
    return line;
  };
  for await (const piece of source) {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    const lines: (Buffer | undefined)[] = [];
    let start = 0;
    for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
      keep(bytes.subarray(start, end));
      lines.push(take());
      start = end + 1;
    }
    keep(bytes.subarray(start));
    if (lines.length > 0) yield lines;
  }
  if (length > 0) yield [take()];
}
