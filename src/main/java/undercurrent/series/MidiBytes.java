package undercurrent.series;

import java.nio.charset.StandardCharsets;

/**
 * Reads the numbers of a standard MIDI file, and never beyond its end or the end of a chunk. What
 * is damaged is refused with the place where reading stopped.
 */
final class MidiBytes {
  private final String file;
  private final byte[] bytes;
  private int at;
  private int end;

  MidiBytes(String file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
    this.end = bytes.length;
  }

  /** How many bytes are left of the chunk, or of the file. */
  int left() {
    return end - at;
  }

  /** Begins a chunk of so many bytes, and says where the one around it ends. */
  int enter(long length) {
    if (length > left()) throw damaged();
    int outer = end;
    end = at + (int) length;
    return outer;
  }

  /** Goes on after a chunk. */
  void leave(int outer) {
    at = end;
    end = outer;
  }

  String name() {
    require(4);
    String name = new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    at += 4;
    return name;
  }

  int one() {
    require(1);
    return bytes[at++] & 0xFF;
  }

  int two() {
    return one() << 8 | one();
  }

  long four() {
    return (long) two() << 16 | two();
  }

  /** A byte of data, whose highest bit is not set. */
  int data() {
    int value = one();
    if (value > 127) throw damaged();
    return value;
  }

  /** A number of up to four bytes with seven bits each. */
  int variable() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int next = one();
      value = value << 7 | (next & 0x7F);
      if (next < 128) return value;
    }
    throw damaged();
  }

  /** The highest bit of the next byte tells a status from data. */
  boolean isStatus() {
    require(1);
    return bytes[at] < 0;
  }

  void skip(int length) {
    require(length);
    at += length;
  }

  /** Letters, at most 60 of them. */
  String text(int length) {
    require(length);
    String text = new String(bytes, at, Math.min(60, length), StandardCharsets.ISO_8859_1);
    at += length;
    return text;
  }

  private void require(int length) {
    if (length > left()) throw damaged();
  }

  SeriesException damaged() {
    return SeriesException.in(file, SeriesWords.of("midiBytes.damaged", at + 1));
  }
}
