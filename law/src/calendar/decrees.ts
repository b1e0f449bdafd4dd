import type { Source } from '../engine/parameter.ts';

// The days were read in these reports and lists; the decrees themselves were not opened.
const READ = { confidence: 'quoted', known: '2026-11-26' } as const;

/** The joint decree of the three ministers for each year, and where its days were read. */
export const SKB: Readonly<Record<2021 | 2022 | 2023 | 2024 | 2025 | 2026, Source>> = {
  2021: {
    law: 'SKB 3 Menteri 642/2020, 4/2020, 4/2020',
    page: 'https://nasional.okezone.com/read/2020/09/11/337/2276391/ini-hari-libur-nasional-dan-cuti-bersama-2021',
    ...READ,
  },
  2022: {
    law: 'SKB 3 Menteri 963/2021, 3/2021, 4/2021 jo. 375/2022, 1/2022, 1/2022',
    page: 'https://news.ddtc.co.id/jadwal-libur-nasional-dan-cuti-bersama-sepanjang-2022-cek-skb-ini-38295',
    ...READ,
  },
  2023: {
    law: 'SKB 3 Menteri 1066/2022, 3/2022, 3/2022',
    page: 'https://lombok.tribunnews.com/2022/10/11/pemerintah-tetapkan-libur-nasional-dan-cuti-bersama-2023-sebanyak-24-hari-ini-daftarnya?page=2',
    ...READ,
  },
  2024: {
    law: 'SKB 3 Menteri 855/2023, 3/2023, 4/2023',
    page: 'https://faktual.id/hari-libur-nasional-isa-almasih-menjadi-yesus-kristus-sesuai-kepercayaan-umat-yang-merayakan',
    ...READ,
  },
  2025: {
    law: 'SKB 3 Menteri 1017/2024, 2/2024, 2/2024',
    page: 'https://rasikapekalongan.com/cek-libur-nasional-dan-cuti-bersama-tahun-2025',
    ...READ,
  },
  2026: {
    law: 'SKB 3 Menteri 1497/2025, 2/2025, 5/2025',
    page: 'https://pembelajaranbermaknaid.blogspot.com/2025/11/skb-3-menteri-rilis-daftar-cuti-bersama.html',
    ...READ,
  },
};

/** The decree of the first year without a list: none was found. */
export const NEXT_SKB: Source = { law: 'SKB 3 Menteri', confidence: 'known', known: '2026-11-26' };

/** February 2021: leaves two of the seven days of collective leave. */
export const SKB_281_2021: Source = {
  law: 'SKB 3 Menteri 281/2021, 1/2021, 1/2021',
  page: 'https://www.metropolitan.id/2021/02/pemerintah-resmi-pangkas-cuti-bersama-2021-berikut-daftar-terbaru-hari-libur-nasional-tahun-ini-artikel-ini-telah-tayang-di-tribunjogja-com-dengan-judul-pemerintah-resmi-pangkas-cuti-bersama-2021/',
  ...READ,
};

/** June 2021: moves two holidays by a day and withdraws the collective leave of Christmas. */
export const SKB_712_2021: Source = {
  law: 'SKB 3 Menteri 712/2021, 1/2021, 3/2021',
  page: 'https://economy.okezone.com/read/2021/08/09/320/2453173/jangan-lupa-hari-ini-bukan-tanggal-merah-tetap-masuk-kerja-ya',
  ...READ,
};

/** March 2023: moves the collective leave of Eid al-Fitr forward and adds a day. */
export const SKB_327_2023: Source = {
  law: 'SKB 3 Menteri 327/2023, 1/2023, 1/2023',
  page: 'https://daulatrakyat.id/pemerintah-ri-secara-resmi-tetapkan-perubahan-hari-libur-nasional-dan-cuti-bersama-idulfitri-1444-h-2023-masehi',
  ...READ,
};

/** June 2023: adds the collective leave around Eid al-Adha. */
export const SKB_624_2023: Source = {
  law: 'SKB 3 Menteri 624/2023, 2/2023, 2/2023',
  page: 'https://seru.co.id/tag/libur-kurban',
  ...READ,
};

/** August 2025: adds the day after Independence Day as collective leave. */
export const SKB_933_2025: Source = {
  law: 'SKB 3 Menteri 933/2025, 1/2025, 3/2025',
  page: 'https://fajar.co.id/2025/08/08/presiden-prabowo-resmi-tetapkan-18-agustus-sebagai-cuti-bersama-nasional/',
  ...READ,
};

/** The general election of 2024. */
export const KEPPRES_10_2024: Source = {
  law: 'Keppres 10/2024',
  page: 'https://nasional.kontan.co.id/news/presiden-tetapkan-hari-pemilu-14-februari-2024-sebagai-hari-libur-nasional',
  ...READ,
};

/** The local elections of 2024. */
export const KEPPRES_33_2024: Source = {
  law: 'Keppres 33/2024',
  page: 'https://nasional.sindonews.com/read/1492495/15/resmi-27-november-2024-hari-libur-nasional-1732270300',
  ...READ,
};
