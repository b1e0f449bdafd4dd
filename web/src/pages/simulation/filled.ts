import { type Day, monthOf } from '@payung/kernel';
import { type Address, type AddressName, addressNames } from './address.ts';

/** Every field with what it shows. */
export type Filled = Readonly<Record<AddressName, string>>;

/**
 * The fields as the address has them; a field that was never touched shows an example, so that there is a result to look at
 * from the start.
 */
export function filledIn(address: Address, today: Day): Filled {
  const month = address.bulan ?? monthOf(today);
  const start: Filled = {
    bagian: 'iuran',
    segmen: 'BPU',
    bulan: month,
    sampai: month,
    tanggal: today,
    upah: '3000000',
    kelas: '1',
    skala: 'medium',
    program: 'JKK,JKM,JHT,JP',
    padatkarya: '',
    penghasilan: '1000000',
    sektor: 'other',
    pembayar: 'self',
    jht: '',
    dasar: 'contractValue',
    nilai: '500000000',
    ppn: '',
    jalur: 'placement',
    lama: '24',
    peristiwa: 'death',
    peristiwapmi: 'deathDuringWork',
    aktif: '1',
    kepesertaan: '36',
    masaiur: '36',
    anak: 'SD:4',
    saldojht: '',
    pensiun: '',
    masajp: '180',
    upahjp: '4000000',
    jumlahkepesertaan: '1',
    tunggakan: '',
    kejadian: 'incapacity',
    bulansakit: '2',
    harisakit: '',
    darat: '',
    laut: '',
    udara: '',
    hilang: '17',
    kidal: '',
    alasanphk: 'termination',
    iur24: '24',
    berturut: '24',
    usiadaftar: '',
    kalijkp: '0',
    tanggalklaim: '',
    bulanjkp: '6',
    saldo: '10000000',
    bulanjht: '12',
    hasil: '',
    alasanjht: 'partial',
    diminta: today,
    tujuan: 'housing',
    pernah: '',
    masihiur: '',
  };
  return { ...start, ...address };
}

/**
 * The address after a change. The days and months are written out even where they were not touched: opened next year, it
 * must still show this simulation.
 */
export function changedAddress(address: Address, today: Day, changes: Address): Address {
  const { bulan, sampai, tanggal, diminta } = filledIn(address, today);
  const changed: Address = { bulan, sampai, tanggal, diminta, ...address, ...changes };
  return Object.fromEntries(
    addressNames.flatMap((name) => (changed[name] === undefined ? [] : [[name, changed[name]]])),
  );
}
