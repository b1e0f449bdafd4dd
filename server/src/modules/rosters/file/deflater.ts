import { crc32, createDeflateRaw } from 'node:zlib';

/** Compresses text as it is produced; only the compressed bytes stay in memory. */
export class Deflater {
  readonly #stream = createDeflateRaw({ level: 3 });
  readonly #packed: Uint8Array[] = [];
  #crc = 0;
  #size = 0;

  constructor() {
    this.#stream.on('data', (chunk: Uint8Array) => this.#packed.push(chunk));
  }

  /** Adds text; resolves when it has been compressed, so that the writer cannot run ahead. */
  async write(text: string): Promise<void> {
    if (text === '') return;
    const bytes = Buffer.from(text);
    this.#crc = crc32(bytes, this.#crc);
    this.#size += bytes.length;
    await new Promise<void>((resolve, reject) => {
      this.#stream.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
  }

  /** Adds the last text and finishes. `crc` and `size` (bytes) are of the uncompressed text. */
  async end(text: string): Promise<{ crc: number; size: number; packed: readonly Uint8Array[] }> {
    await this.write(text);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#stream.once('end', resolve);
    this.#stream.once('error', reject);
    this.#stream.end();
    await promise;
    return { crc: this.#crc, size: this.#size, packed: this.#packed };
  }
}
