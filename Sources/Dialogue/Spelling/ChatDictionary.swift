/// What Indonesians type for short in chats, and the words it stands for, the likeliest first.
enum ChatDictionary {
  /// The words `word` may stand for; empty if it is no chat word.
  static func meanings(of word: String) -> [String] { entries[word] ?? [] }

  /// Every chat word.
  static var words: [String] { Array(entries.keys) }

  private static let entries: [String: [String]] = {
    var entries: [String: [String]] = [:]
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      entries[words[0], default: []] += words.dropFirst()
    }
    return entries
  }()

  /// A line for each: the chat word, then what it stands for.
  private static let table = """
    aj saja aja
    aja saja
    ajh saja aja
    akn akan
    almt alamat
    alamt alamat
    ama sama
    ambl ambil
    anter antar
    apk aplikasi
    app aplikasi
    ap apa
    ato atau
    atw atau
    bg bagaimana abang
    bgmn bagaimana
    bgmana bagaimana
    bgt banget
    bhs bahasa
    bkn bukan
    bli beli
    blh boleh
    bln bulan
    blm belum
    blng bilang
    blom belum
    bnr benar
    bner benar
    bener benar
    bnyk banyak
    bpk bapak
    br baru
    brg barang
    brgkt berangkat
    bru baru
    brp berapa
    brpa berapa
    brapa berapa
    bs bisa
    bsa bisa
    bsk besok
    bsr besar
    byr bayar
    byk banyak
    cb coba
    cm cuma
    cpt cepat
    cepet cepat
    ckp cukup
    cr cara
    cra cara
    cust customer pelanggan
    dah sudah udah
    dapet dapat
    dftr daftar
    dg dengan
    dgn dengan
    dimana mana
    disc diskon
    diskn diskon
    dkt dekat
    dlm dalam
    dl dulu
    dlu dulu
    dmn mana
    dmna mana
    dpt dapat
    dr dari
    dri dari
    drpd daripada
    dtg datang
    faktr faktur
    ga tidak gak
    gak tidak nggak
    gk tidak gak
    gmn bagaimana gimana
    gmna bagaimana gimana
    gimana bagaimana
    gmana bagaimana gimana
    gt begitu gitu
    hr hari
    hri hari
    hrg harga
    hrga harga
    hrs harus
    hub hubungi
    info informasi
    infonya informasi info
    inv invoice
    jd jadi
    jdi jadi
    jdwl jadwal
    jg juga
    jgn jangan
    jkt jakarta
    jln jalan
    jl jalan
    jml jumlah
    jmlh jumlah
    kalo kalau
    klo kalau
    kl kalau
    klw kalau
    kab kabupaten
    kec kecamatan
    kel kelurahan
    kcl kecil
    kk kakak kak
    kmn kemana mana
    kmrn kemarin
    knp kenapa
    knpa kenapa
    krj kerja
    krm kirim
    krim kirim
    krn karena
    kt kita kata
    ktlg katalog
    lg lagi
    lgi lagi
    lgsg langsung
    lgsng langsung
    lht lihat
    liat lihat
    lm lama
    loc lokasi
    lok lokasi
    lwt lewat
    mksd maksud
    mksh makasih terimakasih
    makasi makasih terimakasih
    mhn mohon
    mlm malam
    mn mana
    mna mana
    mngkn mungkin
    msh masih
    msk masuk
    msl misal
    mslh masalah
    mw mau
    mo mau
    nggak tidak
    ngga tidak
    enggak tidak
    nmr nomor
    nmor nomor
    no nomor
    nomer nomor
    nih ini
    ntr nanti
    nnti nanti
    nunggu tunggu
    ongkr ongkir
    ordr order
    org orang
    oprator operator
    pake pakai
    pk pakai
    pkt paket
    pgn ingin pengen
    pengen ingin
    pgi pagi
    pg pagi
    plg pulang
    pls tolong
    psn pesan
    psen pesan
    psanan pesanan
    psnan pesanan
    pny punya
    prnh pernah
    prmo promo
    prm promo
    rek rekening
    rekning rekening
    rmh rumah
    rsi resi
    sampe sampai
    smp sampai
    smpe sampai
    sblm sebelum
    sbg sebagai
    sdh sudah
    sdg sedang
    udh sudah
    udah sudah
    sgt sangat
    skrg sekarang
    skrng sekarang
    skg sekarang
    sklh sekolah
    slmt selamat
    slm salam selamat
    sm sama
    sma sama
    smua semua
    smw semua
    spt seperti
    sprti seperti
    stlh setelah
    sy saya
    sya saya
    tdk tidak
    tgl tanggal
    tggl tanggal
    thn tahun
    tks makasih terimakasih
    thx makasih terimakasih
    tlg tolong
    tlong tolong
    tlp telepon telpon
    telp telepon telpon
    tlpn telepon telpon
    tf transfer
    trf transfer
    tsf transfer
    trims terimakasih makasih
    trs terus
    trus terus
    trmksh terimakasih makasih
    tp tapi
    tpi tapi
    ttg tentang
    tnya tanya
    tny tanya
    uk ukuran
    ukrn ukuran
    utk untuk
    untk untuk
    wkt waktu
    yg yang
    yng yang
    """
}
