import { OperatorProblem, type ProblemFacts } from '#platform/problem';

/** Why a server does not start, in Indonesian and English. `{name}` is a fact. */
const texts = {
  'serve.needsTls': {
    id: 'Alamat {host} dapat dicapai dari jaringan, dan tanpa TLS kata sandi dan data orang terbaca di jalan. Beri --tls-cert dan --tls-key, atau --behind-proxy bila proksi di depan mengakhiri TLS, atau pakai --host 127.0.0.1.',
    en: 'The address {host} can be reached from the network, and without TLS passwords and personal data can be read on the way. Give --tls-cert and --tls-key, or --behind-proxy when a proxy in front ends TLS, or use --host 127.0.0.1.',
  },
  'serve.portTaken': {
    id: 'Port {port} pada {host} sudah dipakai program lain. Pilih port lain dengan --port, atau hentikan program itu.',
    en: 'Port {port} of {host} is taken by another program. Choose another with --port, or stop that program.',
  },
  'serve.cannotListen': {
    id: 'Server tidak dapat mendengarkan pada {host}:{port} ({reason}). Periksa --host dan --port.',
    en: 'The server cannot listen on {host}:{port} ({reason}). Check --host and --port.',
  },
  'serve.migrationsPending': {
    id: 'Basis data belum sesuai versi ini (kurang: {names}). Isi PAYUNG_MIGRATE_URL, lalu mulai lagi.',
    en: 'The database is not yet that of this version (missing: {names}). Set PAYUNG_MIGRATE_URL and start again.',
  },
} as const;

/** The server cannot start. */
export class ServeProblem extends OperatorProblem<keyof typeof texts> {
  constructor(code: keyof typeof texts, facts: ProblemFacts) {
    super(texts, code, facts);
    this.name = 'ServeProblem';
  }
}
