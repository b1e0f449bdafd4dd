/** Why a server does not start, in Indonesian and English. `{name}` is a fact. */
const texts = {
  'serve.needs_tls': {
    id: 'Alamat {host} dapat dicapai dari jaringan, dan tanpa TLS kata sandi dan data orang terbaca di jalan. Beri --tls-cert dan --tls-key, atau --behind-proxy bila proksi di depan mengakhiri TLS, atau pakai --host 127.0.0.1.',
    en: 'The address {host} can be reached from the network, and without TLS passwords and personal data can be read on the way. Give --tls-cert and --tls-key, or --behind-proxy when a proxy in front ends TLS, or use --host 127.0.0.1.',
  },
  'serve.port_taken': {
    id: 'Port {port} pada {host} sudah dipakai program lain. Pilih port lain dengan --port, atau hentikan program itu.',
    en: 'Port {port} of {host} is taken by another program. Choose another with --port, or stop that program.',
  },
  'serve.cannot_listen': {
    id: 'Server tidak dapat mendengarkan pada {host}:{port} ({reason}). Periksa --host dan --port.',
    en: 'The server cannot listen on {host}:{port} ({reason}). Check --host and --port.',
  },
  'serve.migrations_pending': {
    id: 'Basis data belum sesuai versi ini (kurang: {names}). Isi PAYUNG_MIGRATE_URL, lalu mulai lagi.',
    en: 'The database is not yet that of this version (missing: {names}). Set PAYUNG_MIGRATE_URL and start again.',
  },
} as const;

/** Code of a {@link ServeProblem}. */
export type ServeProblemCode = keyof typeof texts;

/** The server cannot start, and an operator can put it right. `message` is English; `text` gives either language. */
export class ServeProblem extends Error {
  readonly code: ServeProblemCode;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(code: ServeProblemCode, facts: Readonly<Record<string, string | number>>) {
    super(fill(texts[code].en, facts));
    this.name = 'ServeProblem';
    this.code = code;
    this.facts = facts;
  }

  text(language: 'id' | 'en'): string {
    return fill(texts[this.code][language], this.facts);
  }
}

function fill(pattern: string, facts: Readonly<Record<string, string | number>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}
