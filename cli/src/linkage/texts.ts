/** What the commands of linkage say alike. */
export const linkageTexts = {
  id: {
    empty: '{path} kosong. Baris pertamanya memuat nama kolom.',
    spec: '{path}: {problem}',
    json: '{path} bukan JSON.',
    column: 'Kolom {column} tidak ada di {path}.',
    columns: 'Tidak ada kolom yang dapat dibandingkan.',
    noId: 'Tidak ada kolom yang nilainya berbeda di setiap baris. Sebutkan kolom id di --spec.',
    same: '--{option} menunjuk berkas yang dibaca. Pilih nama lain.',
    linked: 'Pasangan ditemukan: {pairs}, di antara {candidates} yang dibandingkan.',
    clusters: 'Baris: {records}, kelompok: {clusters} (pada peluang mulai {threshold}).',
  },
  en: {
    empty: '{path} is empty. Its first line names the columns.',
    spec: '{path}: {problem}',
    json: '{path} is not JSON.',
    column: 'There is no column {column} in {path}.',
    columns: 'There is no column that can be compared.',
    noId: 'No column has another value in every row. Name the id column in --spec.',
    same: '--{option} is a file being read. Choose another name.',
    linked: 'Pairs found: {pairs}, among {candidates} compared.',
    clusters: 'Rows: {records}, clusters: {clusters} (at a probability from {threshold}).',
  },
} as const;
