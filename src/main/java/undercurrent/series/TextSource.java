package undercurrent.series;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The text of a file, with the encoding it was found to be in.
 *
 * @param name of the file, for messages
 */
record TextSource(String name, String text, String encoding) implements TableSource {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  static TextSource of(String name, byte[] bytes) {
    FileSignature.refuseKnownOthers(name, bytes);
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return new TextSource(
          name, decoded(name, bytes, 3, StandardCharsets.UTF_8, "UTF-8"), "UTF-8");
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return new TextSource(
          name, decoded(name, bytes, 2, StandardCharsets.UTF_16LE, "UTF-16"), "UTF-16");
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return new TextSource(
          name, decoded(name, bytes, 2, StandardCharsets.UTF_16BE, "UTF-16"), "UTF-16");
    }
    FileSignature.refuseControlBytes(name, bytes);
    try {
      return new TextSource(name, strictly(bytes, 0, StandardCharsets.UTF_8), "UTF-8");
    } catch (CharacterCodingException e) {
      return new TextSource(name, new String(bytes, WINDOWS), "Windows-1252");
    }
  }

  static TextSource pasted(String name, String text) {
    if (text.indexOf('\0') >= 0) {
      throw SeriesException.in(name, SeriesWords.of("textSource.pasted"));
    }
    return new TextSource(name, text, "UTF-8");
  }

  @Override
  public FileForm form() {
    return FileForm.TEXT;
  }

  @Override
  public Optional<Separator> separator(ImportChoices choices) {
    return choices.separator().or(() -> Optional.of(SeparatorGuess.of(text)));
  }

  @Override
  public Table table(ImportChoices choices) {
    return TableReader.read(this, choices);
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) return false;
    for (int i = 0; i < start.length; i++) if ((bytes[i] & 0xFF) != start[i]) return false;
    return true;
  }

  private static String decoded(
      String name, byte[] bytes, int from, Charset charset, String called) {
    try {
      String text = strictly(bytes, from, charset);
      if (text.indexOf('\0') >= 0) {
        throw SeriesException.in(name, SeriesWords.of("textSource.zeros"));
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new SeriesException(SeriesWords.of("textSource.damaged", name, called), e);
    }
  }

  private static String strictly(byte[] bytes, int from, Charset charset)
      throws CharacterCodingException {
    int length = bytes.length - from;
    // Of plain letters, as most tables are, there is no second copy while they are decoded.
    if (charset.equals(StandardCharsets.UTF_8) && isPlain(bytes)) {
      return new String(bytes, from, length, StandardCharsets.US_ASCII);
    }
    return charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, length)).toString();
  }

  private static boolean isPlain(byte[] bytes) {
    for (byte one : bytes) if (one < 0) return false;
    return true;
  }
}
