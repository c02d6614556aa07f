package undercurrent.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where a run comes from.
 *
 * @param file its document; empty for one that was not saved
 * @param checksum SHA-256 of the bytes of the file, in hexadecimal digits; empty without a file
 * @param command the command line that makes the run again; empty where none does
 * @param reason why there is none, in a sentence; empty where there is one
 */
public record Provenance(
    Optional<Path> file, String checksum, Optional<String> command, String reason) {
  /** Of a document that is a file. */
  public static Provenance of(Path file) throws IOException {
    return new Provenance(Optional.of(file), sum(file), Optional.empty(), "");
  }

  /** Of a run that is in no file. */
  public static Provenance unsaved() {
    return new Provenance(Optional.empty(), "", Optional.empty(), "");
  }

  /** The same with the command line that makes the run again. */
  public Provenance by(String line) {
    return new Provenance(file, checksum, Optional.of(line), "");
  }

  /** The same of a run whose data were edited by hand, which no command line does. */
  public Provenance edited(String data) {
    return without(ReportWords.of("provenance.edited", data));
  }

  /** The same of a run whose settings were changed on the way. */
  public Provenance turned(String data) {
    return without(ReportWords.of("provenance.turned", data));
  }

  /** The same of a run whose table is not known. */
  public Provenance unknownData(String data) {
    return without(ReportWords.of("provenance.unknownData", data));
  }

  /** The same with the reason why there is no such command line. */
  public Provenance without(String sentence) {
    return new Provenance(file, checksum, Optional.empty(), sentence);
  }

  private static String sum(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
