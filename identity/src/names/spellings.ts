/**
 * Names of Nusa Tenggara Timur that are written in several ways.
 *
 * Compiled by hand, CC0. Confidence medium: general knowledge, some pairs seen for one and the same official in the news.
 * A line is: usual spelling and sex | other spellings | abbreviations | names one is called by. Edit here; the tests check
 * that no spelling belongs to two names.
 */
export const GIVEN_NAMES = `
Yohanes L | Johanes, Yohannes, Johannes, Yohanis, Johanis, Yohanus | Yoh, Joh, Y | Yan, Anis, Hanis, Jhon, John, Yance
Yosef L | Joseph, Yoseph, Josef, Yosep, Josep | Yos, Jos | Yos, Ose, Sef
Yohana P | Johana, Yohanna, Johanna, Yohanah | Yoh | Ana, Hana
Yosefina P | Yosephina, Josefina, Josephina, Yosepina, Yosfina | Yos | Fina, Ina
Yakobus L | Jakobus, Jacobus, Yacobus, Jakob, Yakob, Yacob | Yak, Jak | Kobus, Yako
Yakoba P | Jakoba, Jacoba, Yacoba | Yak | Oba
Yeremias L | Jeremias, Yermias, Yeremia, Jeremia | Yer, Jer | Yeri, Jeri
Yoakim L | Yoachim, Joakim, Joachim, Yohakim | Yoak | Akim
Yulius L | Julius, Yulis | Yul | Ulis
Yuliana P | Juliana, Yulyana, Yulianah, Juliyana | Yul, Jul | Ana, Yuli, Uli
Yulita P | Yulitha, Julita, Julitha | Yul | Ita
Yustina P | Justina, Yustinah | Yust | Tina
Yustinus L | Justinus | Yust | Tinus
Yasinta P | Jacinta, Yasintha, Jasinta, Yacinta, Hyasinta | Yas | Sinta
Yovita P | Jovita, Yofita, Yovitha | Yov | Vita
Yonas L | Jonas, Yunus | | Onas
Yosua L | Joshua, Yoshua, Josua, Yusua | | Osu
Yunita P | Junita, Yunitha | Yun | Nita
Maria P | Mariah, Marya, Maryah, Mariya | M, Mar, Mr | Mery, Ria, Mia
Martinus L | Marthinus, Martin | Mart | Tinus
Martina P | Marthina, Martinah | Mart | Tina
Marta P | Martha, Marthah | Mart | Ata
Matius L | Mateus, Matheus, Mathius, Matheos, Mattheus | Mat | Teus
Matias L | Mathias, Mattias | Mat |
Marselinus L | Marcelinus, Marsellinus, Marcellinus, Marselus | Mars | Selus, Linus
Marselina P | Marcelina, Marsellina, Marcellina | Mars | Lina
Markus L | Marcus | Mark | Kus
Margareta P | Margaretha, Margarita, Margreta, Margarette | Marg, Mgr | Reta, Eta, Grita
Magdalena P | Makdalena, Magdalenah, Maddalena | Magd | Lena
Matilda P | Mathilda, Matilde, Mathilde | Mat | Tilda
Maksimus L | Maximus, Macsimus | Maks, Max | Mus, Maks
Melania P | Melaniah, Melani, Melanie | Mel | Lani
Melkianus L | Melchianus, Melkhianus, Milkianus | Melk | Melki, Anus
Melkior L | Melchior, Melkhior | Melk | Melki
Mikael L | Mikhael, Michael, Mikail | Mik, Mich | Mike, Mikel
Mikaela P | Mikhaela, Michaela | Mik | Ela
Monika P | Monica, Monicha, Monikah | Mon | Nika
Kristina P | Christina, Cristina, Kristin, Krestina, Khristina, Kristinah | Kr, Kris, Chr | Tina, Kris
Kristian L | Christian, Cristian, Kristianus, Christianus | Kr, Chr | Kris
Kristoforus L | Christoforus, Kristophorus, Christophorus, Kristoporus | Krist | Risto, Forus
Katarina P | Catarina, Katharina, Khatarina, Catharina, Kattarina | Kat | Rina, Kati
Karolus L | Carolus, Karolos | Kar | Karo, Olus
Karolina P | Carolina, Karolinah | Kar | Lina
Kornelis L | Cornelis, Kornelius, Cornelius, Korneles | Korn | Nelis
Kornelia P | Cornelia, Korneliah | Korn | Nelia
Klara P | Clara, Klarah | Kl | Ara
Klemens L | Clemens, Klement, Klemen | Klem | Emen
Kosmas L | Cosmas, Kosmos | Kos |
Kamilus L | Camilus, Kamillus, Camillus | Kam | Milus
Kresensia P | Crescentia, Kresentia, Kresensiana, Krescentia | Kres | Sensi
Natanael L | Natanel, Nataniel, Nathanael, Nathaniel, Natanial | Nat | Natan, Nael
Natalia P | Nathalia, Natalya, Nataliah | Nat | Lia
Nikolaus L | Nicolaus, Nikolas, Nicholas, Nikolaos | Nik, Nic | Niko, Laus
Nikodemus L | Nicodemus, Nikodimus | Nik | Demus
Bernadeta P | Bernadetha, Bernadeth, Bernadet, Bernardeta, Bernadete, Bernadetta | Bern, B | Deta, Etha
Bernardus L | Bernadus, Bernard, Bernardinus | Bern | Nadus
Benediktus L | Benedictus, Benidiktus | Ben | Beni, Diktus
Benedikta P | Benedicta, Benidikta | Ben | Dikta
Benyamin L | Benjamin, Benyamen | Beny | Beni, Ben
Brigita P | Brigitha, Brigida, Birgita | Brig | Gita
Bonefasius L | Bonifasius, Bonifacius, Bonevasius | Bon | Boni
Blasius L | Blasyus, Belasius | Bl | Blas
Bartolomeus L | Bartholomeus, Bartolomius, Bartholomius | Bart | Meus, Berto
Agustinus L | Augustinus, Agusthinus | Agust, Ag | Agus, Gusti
Agustina P | Augustina, Agusthina, Agustinah | Agust | Tina
Aloysius L | Aloisius, Alowisius, Alosius, Aloysus | Al, Aloy | Alo, Wis
Alfonsius L | Alphonsius, Alfonsus, Alponsius | Alf | Fons
Andreas L | Andrias, Andreass | And | Andre
Antonius L | Anthonius, Antonis, Anton, Antonios | Ant | Anton, Toni
Antonia P | Anthonia, Antoniah | Ant | Tonia
Anastasia P | Anastasya, Anastacia, Anastasiah | Anast | Tasia
Apolonia P | Apollonia, Aplonia | Apol | Polo
Arnoldus L | Arnold, Arnolus | Arn | Nol
Ambrosius L | Ambrosyus, Ambrosus | Ambr | Ambros
Albertus L | Albert, Alberthus, Alberto | Alb | Bertus
Aleksander L | Alexander, Aleksandro, Alexsander, Alekxander | Alex | Aleks, Sander
Adriana P | Adriyana, Andriana | Adr | Ana
Dominikus L | Dominicus, Domnikus, Dominggus, Domingus | Dom | Domi, Minggus
Dionisius L | Dionysius, Dionesius, Dyonisius | Dion | Dion, Nisius
Damianus L | Damyanus, Damian | Dam | Dami
Donatus L | Donathus | Don | Natus
Dorotea P | Dorothea, Dorotheia, Doretia, Dorthea | Dor | Tea, Dori
Elisabet P | Elisabeth, Elizabeth, Elisabeht, Elisabat, Lisabet | Elis, E | Lisa, Bet, Elis
Emanuel L | Imanuel, Emmanuel, Immanuel, Imannuel | Em, Im | Eman, Iman, Nuel
Emerensiana P | Emerentiana, Emerenciana, Emerensia | Emer | Eren
Ester P | Esther, Esteer | Est |
Eduardus L | Edwardus, Edward, Eduard | Ed | Edu
Fransiskus L | Fransiscus, Franciscus, Fransikus, Frasiskus, Franssiskus | Fr, Frans, Fx | Frans, Sisko
Fransiska P | Fransisca, Francisca, Fransika, Frasiska | Fr, Frans | Siska
Filipus L | Philipus, Phillipus, Filippus, Philippus, Pilipus | Fil, Phil | Lipus
Filomena P | Philomena, Pilomena | Fil | Mena
Feliks L | Felix, Felics, Veliks | Fel | Eli
Ferdinandus L | Ferdinand, Fernandus, Ferdinan | Ferd | Nandus, Ferdi
Florentina P | Florenthina, Plorentina | Flor | Flori
Gabriel L | Gabrial, Gebriel, Gabrel | Gab | Gebi
Gregorius L | Gregoris, Grigorius, Gergorius, Gregorios | Greg | Goris
Getrudis P | Gertrudis, Gertrudes, Getrudus, Gerturdis | Get | Trudis
Genoveva P | Genofeva, Genovefa | Gen | Veva
Gaspar L | Kaspar, Gasper, Gaspard | Gas |
Hendrikus L | Henderikus, Hendricus, Henrikus, Hendrik | Hend | Hendrik, Rikus
Hendrika P | Henderika, Hendrica | Hend | Rika
Hieronimus L | Hironimus, Heronimus, Hyronimus, Hieronymus | Hier | Roni, Nimus
Ignasius L | Ignatius, Ignacius, Ignasus | Ign, Ig | Nasius, Igo
Isak L | Ishak, Isaak, Ishaq | Is |
Kasianus L | Cassianus, Kassianus | Kas |
Laurensius L | Laurentius, Lorensius, Lourensius, Laurensus | Laur, Lor | Lorens, Rens
Laurensia P | Laurentia, Lorensia | Laur | Ensi
Leonardus L | Leonard, Leonadus | Leo | Leo, Nadus
Ludovikus L | Ludovicus, Ludofikus | Lud | Vikus
Lusia P | Lucia, Luciah, Lusiah, Luzia | Lus | Lusi
Lukas L | Lucas, Lukass | Luk |
Lidia P | Lydia, Lidya, Lidiah | Lid |
Paulus L | Paul, Pawlus, Paulos | Paul | Paul, Ulus
Paulina P | Pauline, Paulinah | Paul | Lina
Petrus L | Petros, Pieter, Piter, Petru | Pet, Ptr | Piter, Etu
Petronela P | Petronella, Petronila, Petronelah | Petr | Nela
Patrisius L | Patricius, Patrisus | Patr | Patris
Rafael L | Raphael, Rafel, Rapael | Raf | Rafa
Rosalia P | Rosaliah, Rosalya, Rozalia | Ros | Ros, Lia
Rosadalima P | Rosa Dalima, Rosa de Lima, Rosadelima | Ros | Ros
Robertus L | Roberthus, Robert | Rob | Bertus
Samuel L | Semuel, Samual, Semual | Sam | Sem, Sami
Sebastianus L | Sebastian, Sebastyanus, Sabastianus | Seb | Basti
Sesilia P | Cecilia, Sisilia, Secilia, Cesilia, Caecilia | Ses | Sil, Lia
Silvester L | Sylvester, Silfester, Silvestrus | Silv | Vester
Silvia P | Sylvia, Silfia | Silv | Via
Simon L | Simeon, Symon | Sim | Mon
Sofia P | Sophia, Sopia, Sofiah | Sof |
Soleman L | Solaiman, Sulaiman, Suleman, Salomo | Sol | Leman
Stefanus L | Stephanus, Stevanus, Stepanus, Estefanus, Stafanus | Stef, St | Evan, Fanus
Stefania P | Stephania, Stefaniah | Stef | Fani
Skolastika P | Scolastika, Skolastica, Scholastika | Skol | Tika
Theresia P | Teresia, Theresa, Teresa, Tresia, Therisia | Th, Ther | Tres, Esi
Thomas L | Tomas, Thomass | Th, Thom | Tom
Timotius L | Timoteus, Timotheus, Timothius | Tim | Timo
Thobias L | Tobias, Tobyas | Tob |
Tadeus L | Thadeus, Thaddeus, Tadius | Tad | Deus
Theodora P | Teodora, Theodorah | Theo | Dora
Ursula P | Orsula, Ursulah | Urs | Sula
Valentinus L | Falentinus, Valentin, Valenthinus | Val | Valen
Veronika P | Veronica, Feronika, Veronikah | Ver | Vero, Nika
Viktor L | Victor, Fiktor, Viktorianus | Vik | Vik
Viktoria P | Victoria, Fiktoria | Vik | Toria
Vinsensius L | Vincentius, Vincensius, Finsensius, Vinsentius | Vins | Sen, Vinsen
Wilhelmus L | Wilhemus, Willem, Welhelmus, Wilhelmos | Wil | Wilem, Helmus
Wilhelmina P | Wihelmina, Welhelmina, Welmina, Wilhemina | Wil | Mina
Wenseslaus L | Wensislaus, Wenceslaus, Venseslaus | Wens | Wens
Zakarias L | Zakharias, Zacharias, Sakarias | Zak | Zaka
Oktovianus L | Octovianus, Oktavianus, Octavianus | Okt | Okto, Vian
Oktaviana P | Octaviana, Oktoviana | Okt | Via
Muhammad L | Muhamad, Mohamad, Mohammad, Mohamed, Muhamed | Muh, Moh, M, Md | Amad
Abdul L | Abdull, Abd | Abd |
Fatimah P | Fatima, Patimah, Fatmah | Fat | Ima
Siti P | Sitti, Sity | St, Sit |
Abubakar L | Abu Bakar, Abubakr, Abobakar | Abu | Abu
Syarifuddin L | Sarifudin, Syarifudin, Saripuddin | Syarif | Udin
`;

/** Family names: usual spelling | other spellings. */
export const FAMILY_NAMES = `
Nenohai | Nenohay, Neno Hai
Pit'ay | Pitay, Pitai, Pit ay
Tnunay | Tnunai, Tenunay
Us Abatan | Usabatan, Us'abatan
Banunaek | Banu Naek, Banunaik
Nubatonis | Nubatonies, Nobatonis
Fanggidae | Fanggi Dae, Fangidae, Fanggidaej
Messakh | Mesakh, Mesak, Messak
Therik | Terik
Foeh | Fuh, Foe
Toelle | Tulle, Tuelle
Mooy | Moy, Moi, Mooij
Dethan | Detan
Dillak | Dilak
Pellondou | Pelondou, Pellondo'u
Riwu Kaho | Riwukaho, Riwu-Kaho
Mangngi | Mangi, Manggi
Djami | Jami
Djara | Jara
Ludji | Luji
Padji | Paji
Djawa | Jawa
Djurumana | Jurumana
Dappa | Dapa
Gaddi | Gadi
da Silva | Dasilva, Da Silfa, D. Silva, Dacilva
da Costa | Dacosta, Da Kosta
da Cunha | Dacunha, Da Kunha
da Gomez | Dagomez, Da Gomes
Parera | Pareira, Perera, Pereira
Fernandez | Fernandes, Vernandez
Diaz | Dias
de Rosari | Derosari, De Rosary
de Ornay | Deornay, De Ornai
Riberu | Ribero, Ribeiru
Kleden | Keleden
Koten | Kotten
Lamanepa | Lama Nepa
Keytimu | Keitimu
Wuwur | Wuur
Radho | Rado
Bhoki | Boki
Dhae | Dae
Dhone | Done
Ghae | Gae
Bheto | Beto
Rodja | Roja
Nahak | Nahaq, Nahac
Berek | Bereg
Fahik | Vahik
Bria | Briah
Blegur | Belegur
`;
