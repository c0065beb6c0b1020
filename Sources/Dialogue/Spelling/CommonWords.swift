/// Words that everybody writes and nobody means as a slip of another: `antara` is not `antar`.
///
/// Shorter words are left out, because they are near no word that typos are mended to.
enum CommonWords {
  static func contains(_ word: String) -> Bool { words.contains(word) }

  private static let words = Set(table.split(whereSeparator: \.isWhitespace).map(String.init))

  private static let table = """
    abis adalah adanya agak agar akan akhir akhirnya akibat alias amat anak anda antara antri apabila apakah apalagi
    apanya arah arti artinya asal atas atau awal ayah bagaimana bagi bagian bagus bahkan bahwa baik baiknya bakal
    bakalan balik banget banyak bapak baru barusan bawa bawah beberapa beda begini begitu belum benar berada berapa
    berarti berdua berikut berikutnya bersama besar besok betul biar biarkan biasa biasanya bilang bisa boleh buat
    bukan bulan cantik capek cepat cocok cukup cuma cuman dalam dapat dari daripada datang dekat demi demikian
    dengan dengar depan dimana dirinya dong dulu duluan dunia emang enak enggak gimana gini gitu habis hampir hanya
    harap harus hati hendak hidup hilang hingga ibunya ingat ingin istri itulah jadi jadinya jalan jangan jauh jelas
    jika juga justru kabar kadang kalau kali kalian kalo kamar kami kamu kanan kapan karena kasih kasihan kata
    katanya kayak kayaknya kebetulan kecil kecuali kedua kemana kemarin kembali kemudian kenal kenapa kepada kepala
    ketemu ketika khusus kini kira kirain kiri kita kurang lagi lain lainnya laki lalu lama lanjut lantas lebih
    lewat lihat luar lucu lupa maaf makan makin maksud maksudnya malah malam mampir mana mandi mari masa masak masih
    masing masuk mata mati maupun melalui melihat memang membuat mengapa menit menjadi menurut mereka merupakan
    meski meskipun mesti mikir milik minggu minta mirip misal misalnya mohon muda mudah mulai muncul mungkin nama
    namanya namun nanti nantinya nggak nomor nunggu nyaman oleh orang orangnya pada padahal pagi paham pakai paling
    pantas para pasti pelan penting pergi perlu pernah pertama pikir pindah pokoknya pula pulang punya pusing putus
    ramai rasa rasanya rumah rupanya saat saja sakit salah saling sama sambil sampai sana sangat satu saya sayang
    sebab sebelum sebelumnya sebenarnya sedang sedikit segera seharusnya sejak sekali sekarang sekitar selain selalu
    selama selesai seluruh semacam semalam sementara semoga semua semuanya senang sendiri seorang seperti sering
    serta sesuai sesudah setelah setiap siang siap siapa silakan sini situ sore suami suatu sudah suka sulit supaya
    susah tadi takut tambah tanpa tapi tempat tengah tentang tentu terakhir terhadap terlalu terlihat termasuk
    ternyata tersebut terus tetap tetapi tiap tiba tidak tidur tinggal tolong tunggu turun udah ujung umum untuk
    urusan usah waktu walau walaupun yaitu yakin yang about after again also always because before could does from
    have here just know like more much need only other please really should some still that them then there these
    they this very want were what when where which while will with would your
    """
}
