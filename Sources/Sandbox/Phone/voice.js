/** A short voice note to send: two tones, as a WAV file of 8-bit samples. */
export function sampleVoiceNote() {
  const rate = 8000;
  const samples = Math.round(rate * 1.6);
  const bytes = new DataView(new ArrayBuffer(44 + samples));
  const text = (at, word) => [...word].forEach((letter, index) => bytes.setUint8(at + index, letter.charCodeAt(0)));
  text(0, "RIFF");
  bytes.setUint32(4, 36 + samples, true);
  text(8, "WAVEfmt ");
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, rate, true);
  bytes.setUint32(28, rate, true);
  bytes.setUint16(32, 1, true);
  bytes.setUint16(34, 8, true);
  text(36, "data");
  bytes.setUint32(40, samples, true);
  for (let index = 0; index < samples; index += 1) {
    const second = index / rate;
    const tone = second < 0.8 ? 440 : 554;
    const swell = Math.sin((Math.PI * (second % 0.8)) / 0.8);
    bytes.setUint8(44 + index, 128 + Math.round(60 * swell * Math.sin(2 * Math.PI * tone * second)));
  }
  return new Blob([bytes], { type: "audio/wav" });
}
