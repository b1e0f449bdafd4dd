/**
 * Names in use in Nusa Tenggara Timur, so that two that look alike are not taken for two spellings of one (Bere and Berek,
 * Matias and Matius). Single parts of names, never of a certain person. Compiled by hand, CC0, confidence medium.
 */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Given names of men. */
export const MEN: readonly string[] = words(`
abdul abdullah abubakar adrianus agustinus ahmad albertus alfonsius ali aloysius ambrosius amiruddin andreas anselmus
antonius apolonius arnoldus arsyad asis bahar barnabas bartolomeus benediktus bernardus blasius bonaventura bonefasius
burhanuddin damianus daniel darius david dionisius dominikus donatus edmundus eduardus efraim elias emanuel esau
eusebius fabianus feliks ferdinandus filipus filmon florianus fransiskus fridolin gabriel gaspar gerardus germanus
gidion gregorius habel hamzah haris hasan hendrikus herman hermenegildus hieronimus hilarius hubertus ibrahim idris
ignasius ilham imanuel isak ismael ismail jafar jonathan junaidi kalixtus kamilus karim karolus kasianus kasim klemens
kondradus kornelis kosmas kristian kristoforus latif laurensius lazarus leonardus libertus longginus lorens ludovikus
lukas mahmud maksimus marianus markus marselinus martinus matius melkianus melkior melkisedek mesakh mikael muhamad
muhammad musa mustafa nahor natanael nehemia nikodemus nikolaus nimrot nurdin obed oktovianus ottoniel patrisius
paulus petrus pius polikarpus rafael rahman raimundus robertus rofinus ruben rudolfus rusli salim salomon samson
samuel sebastianus semuel servasius silvester simeon simon sirilus sofian soleman stefanus syarifuddin tadeus thobias
thomas timotius titus urbanus urias usman valentinus viktor vinsensius wenseslaus wilfridus wilhelmus yafet yakobus
yeremias yermias yesaya yeskiel yoakim yohan yohanes yohanis yonas yordanus yosef yosua yulius yustinus yusuf zakarias
zeth
`);

/** Given names of women. */
export const WOMEN: readonly string[] = words(`
adelheid adolfina adriana agnes agustina aisyah albertina aleksandra alfonsa aminah anastasia angelina anita antonia
antonita apolonia arnolda aurelia balandina benedikta bernadeta brigita damaris debora delila delviana desideria
dominika dorkas dorotea efrosina elfrida elisabet emerensiana emilia erlinda ester eufrasia eustakia eva fabiola
fatimah fatmawati febronia felisitas ferdinanda filomena flora fransina fransiska fredrika gaudelia gaudensia genoveva
getrudis hadijah hajar halimah hasnah helena hendrika herlina hermina hilaria ignasia imakulata irene jamilah johanna
juliana kandida karolina katarina khadijah klara klotilda kornelia kresensia kristina laurensia leonarda lidia lodia
ludgardis lusia magdalena maimunah maksima margareta maria mariam marice marselina marta martina maryance matilda
melania merliana mersiana mikaela mince monika naomi natalia nelci nikolasa noviana novita nuraini nurhayati nursia
oktaviana oriance orpa ovida patrisia paulina petronela philipina rahel rahmawati ramlah ratna regina ribka rohani
rosadalima rosalia rosina rut sabina saida salma salomina samsiah sance sara sekunda selestina selvi sesilia silvia
siti sitti skolastika sofia stefania susana tabita tarsisia theodensia theodora theresia trifonia ursula valentina
veronika viktoria vinsensia viviana welhelmina welmince wihelmina wilhelmina yakoba yandri yane yasinta yeni yohana
yosefina yovita yublina yuliana yuningsih yunita yusmina yustina zainab zubaidah
`);

/** Names of clans and families, and given names of the local languages, which either sex may bear. Compounds are joined. */
export const LOCAL: readonly string[] = words(`
abanit abu abuk adoe adu adur alelang ama amalo ambut amtiran ana anas anggal asa asbanu atakelan ataupah atawolo atok
atonis awang baba babang babis bagul bain bako bala balklaes ballo bana banamtuan bandur banggut bangi bani banni
banoet banu banunaek bao bapa barek bata bataona bau baut bebe beda beli bengan benu bere berek bete bheto bhodo bhoki
bi bibang bili bire biredoko birelogo bislissin blegur blikololong boboy bogar boimau boli boling bolla bora boro bouk
bria bui bulu bupu bura conterius dacosta dacunha dada daduk dagomez dagul dahu dairo dala dalopez danga dapa dappa
dari darung dasanto dasilva dawa dedu demon deornay derosari detaq dethan dewa dhae dhena dhone dhosa dhosi dias diaz
dila dillak diratome djami djara djati djawa djone djurumana doeka doni dosom dua due duka duli ebang ebu ema ene enem
faah fahik fallo famani fan fanggidae fani fanpada faot feka feoh fernandez feti fia fobia foeh folla fouk funan gabut
gaddi gadi gae gale galus gandur ganggut gaura gaut gedo gero geroda ghae giri goran goro haba habur hadur hale halek
hamu hana hani haning haumeni hayon hede hena henakin henuk hering hina hoar huki huler hunga hurek iba illu ina isu
jampi jandu janggat jebarus jehabut jehadun jehadut jehaman jehamat jehamin jelalu jelita jemadu jemali jeramun
kabelen kabnani kabupung kadiwano kadu kaesmetan kahi kaka kale kaleka kali kalomai kalumbang kamau kamodo kana
karbeka karwayu kase katoda kause keban kedang kefi kehi kekado kelen keo keraf kewa keytimu kia kiak kii kiik kitu
klau kleden koa kobe koliti kolly kolo kondi konga koni kono kopong kore koreh koten kotten kowe lado laga lai
laikopan laka lakamal lakapu laki lako lalong lalu lamabelawa lamahoda lamanepa lamatokan lamawuran lamunde
landupraing langa langko langoday lapenangga lasa lau leba lede ledoh lein leka leki lel lelang lele lelo lenggu
leokuna lering lero lewar limbu lina lipat lissin liu liufeto liwu liwun lobo loda lodan lodo loe logo lolon loma lomi
lona longa lopo loy luan ludji lulu luruk lusi magung making malaikosa malaipada malelak mali malo mamur manafe manang
manao manbait mandur manek mangngi maniyeni mantur manu maramba maran mare mau maukari mawo mbatu mbele mbete mbiri
mbue mbuik mbulu medi mella mena mengga meo messakh metan mete migo milo mirakaho missa mitan mite moa moan moang moi
mola mooy moruk muda muke muskanan muti nabuasa nabunome naef nago nahak naif naimasus naisoko nakmofa nale nalle
nampar nampira namu nanggur naru natun nau ndao ndaomanu ndara ndena ndilu ndiwal ndoen ndolu ndun neno nenobais
nenohai nenoliu neolaka ngailo ngambut ngara ngefak ngera ngganggus nggarang nggumbe ngguwa ngina ngongo nguru nitbani
nogo nomleni nona nong nono nope nubatonis nuhan nunuhitu nurak oa oematan oki ola olin olla padai padha padji pah
pajaru palang pandie pareira parera paru pase pati payong peda pedor pellokila pellondou peni pera perada pesa peso
pitay plewang poyk praing pukan pulo putis rabu radho raga raja rambu rampung rangga rasi rato ratu rawi raya reku reo
rero reta ria riberu rihi rika ritan riwu riwukaho riwurohi rodja roga rohi roman rua runggat sabon sadipun sae
sailana sairo salmau sanam sanda sanit sare sareng saudale saunoah sawu seku selan senda seran sesfaot siga sila sili
sinlae sioh siwe snae soge sogen soi solapung soli solini sonbai soru suban sudin sula sumpu suri syukur tade tae taek
tafuli tagi tagung tahu takaeb talan tallo talo tamat tamo tamonob tamu tamur taneo tanesib tang tangko tani tanya
taolin taopan tara tarangga taseh tausbele tefa teflopo teku telik tena tes teti therik tibang tine tiumlafu tlonaen
tnunay tobi toelle tokan tola tolan tolok tse tuga tukan tulle tundang tungga tunggu tunliu tuto ude uli umbu un uran
usboko usfinit usfunan uta uto waang wada wadu wae wahon wain wanda wangge wara waso wawo wea weni wenyi weo werang
wila wilahuky windi wisang witin woda wodon woga wogo woleka wolo wona wonda wula wunga wutun wuwur yingo zia
`);

/** Names of two words. `da` and `de` always join the next word and need no mention. */
export const COMPOUNDS: readonly string[] = [
  'bire logo',
  'dira tome',
  'lai kopan',
  'mira kaho',
  'riwu kaho',
  'riwu rohi',
  'us abatan',
  'wila huky',
];
