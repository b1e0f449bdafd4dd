// Plain JavaScript on purpose: it must run on whatever Node the host has, to say what is wrong.
const [major] = process.versions.node.split('.').map(Number);
if (major < 26) {
  console.error(
    `Payung membutuhkan Node 26; yang berjalan ${process.version}.\n` +
      'Jalankan lewat npm (npm start, npm test, npx payung …): npm memakai Node yang dibawa repositori ini.\n' +
      'Bila tetap muncul, paket "node" belum terpasang: npm install-scripts approve node && npm rebuild node\n' +
      `Payung needs Node 26; this is ${process.version}. Run it through npm, which uses the repository's own Node.`,
  );
  process.exit(1);
}
