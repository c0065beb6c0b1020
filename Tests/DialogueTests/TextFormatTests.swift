import Testing

@testable import Dialogue

@Suite struct TextFormatTests {
  @Test(
    "values are shown as Indonesians and English speakers write them",
    arguments: [
      (.rupiah, "1000000", "Rp 1.000.000", "Rp 1,000,000"), (.rupiah, "0", "Rp 0", "Rp 0"),
      (.rupiah, "999", "Rp 999", "Rp 999"), (.rupiah, "1234567.5", "Rp 1.234.568", "Rp 1,234,568"),
      (.rupiah, "-25000", "-Rp 25.000", "-Rp 25,000"), (.rupiah, "gratis", "gratis", "gratis"),
      (.rupiah, "-0.2", "Rp 0", "Rp 0"), (.number, "1234.5", "1.234,5", "1,234.5"),
      (.number, "-1000", "-1.000", "-1,000"),
      (.number, "007", "7", "7"), (.number, "", "", ""),
      (.number, "12345678901234567890", "12.345.678.901.234.567.890", "12,345,678,901,234,567,890"),
      (.date, "2026-02-03", "3 Februari 2026", "3 February 2026"),
      (.date, "2026-12-31 08:00", "31 Desember 2026", "31 December 2026"),
      (.date, "2026-08-17T10:00:00Z", "17 Agustus 2026", "17 August 2026"),
      (.date, "2026-02-30", "2026-02-30", "2026-02-30"),
      (.date, "besok", "besok", "besok"), (.time, "06:01", "06:01", "06:01"),
      (.time, "6:01:30", "06:01", "06:01"),
      (.time, "2026-02-03 17:05", "17:05", "17:05"), (.time, "2026-02-03T17:05:09+07:00", "17:05", "17:05"),
      (.time, "nanti", "nanti", "nanti"),
      (.title, "budi SANTOSO", "Budi Santoso", "Budi Santoso"),
      (.title, "siti al-farabi", "Siti Al-Farabi", "Siti Al-Farabi"),
      (.title, "émile", "Émile", "Émile"),
    ] as [(TextFormat, String, String, String)])
  func shown(format: TextFormat, value: String, indonesian: String, english: String) {
    #expect(format.text(value, language: "id") == indonesian)
    #expect(format.text(value, language: "en") == english)
  }
}
