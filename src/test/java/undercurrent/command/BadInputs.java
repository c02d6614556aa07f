package undercurrent.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that cannot be opened, each with what its sentence must say. */
final class BadInputs {
  /**
   * One of them.
   *
   * @param says parts of the sentence, whatever their case
   */
  record Bad(String fileName, byte[] bytes, List<String> says) {
    Path in(Path folder) {
      try {
        return Files.write(folder.resolve(fileName), bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String toString() {
      return fileName;
    }
  }

  private final List<Bad> all = new ArrayList<>();

  static List<Bad> all() {
    BadInputs inputs = new BadInputs();
    inputs.empty();
    inputs.noText();
    inputs.shapes();
    inputs.numbers();
    inputs.times();
    inputs.tracksAndSplits();
    inputs.films();
    inputs.experiments();
    return inputs.all;
  }

  private void text(String name, String text, String... says) {
    bytes(name, text.getBytes(StandardCharsets.UTF_8), says);
  }

  private void bytes(String name, byte[] bytes, String... says) {
    all.add(new Bad(name, bytes, List.of(says)));
  }

  private void empty() {
    text("empty.csv", "", "empty");
    text("blank.csv", " \n\n \n");
    text("only-newlines.csv", "\n".repeat(500));
    text("only-header.csv", "t,x\n");
    text("one-row.csv", "t,x\n1,2\n");
    text("one-cell.csv", "5");
    text("bom-only.csv", "\uFEFF");
    text("only-separators.csv", ",,,\n,,,\n,,,\n");
    text("only-quotes.csv", "\"\"\n\"\"\n");
    text("only-comments.csv", "# nothing\n# here\n");
  }

  private void noText() {
    bytes("picture.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
    bytes("photo.csv", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16});
    bytes("paper.csv", "%PDF-1.7\n%âãÏÓ\n1 0 obj".getBytes(StandardCharsets.ISO_8859_1));
    bytes("sheet.xlsx", zip("xl/workbook.xml", "<workbook/>"));
    bytes("archive.csv", zip("data.csv", "t,x\n1,2\n2,3\n"));
    bytes("packed.csv", gzip("t,x\n1,2\n2,3\n"));
    bytes("zeros.csv", new byte[4096]);
    byte[] noise = new byte[4096];
    for (int i = 0; i < noise.length; i++) noise[i] = (byte) (i * 131 + (i >> 3) * 17);
    bytes("noise.csv", noise);
    bytes("program.csv", new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0});
    text("page.csv", "<!DOCTYPE html>\n<html><body><p>Not found</p></body></html>\n");
    text("object.csv", "{\"t\": [1, 2, 3], \"x\": [4, 5]}\n", "'x' has 2");
    text("cut.json", "[{\"t\": 1, \"x\": 2}, {\"t\": 2", "damaged");
    text("deep.json", "[".repeat(200_000), "list in a list");
    text("document.csv", "{\\rtf1 {\\b 1}}", "RTF");
    text("page.gpx", "<gpx version='1.1' creator='x'><rte/></gpx>", "no track");
    text("notes.json", "[[[60],[62],[400]]]", "no note");
    text("empty.mid", "MThd", "damaged or cut off");
    bytes(
        "format.mid",
        "MThd\0\0\0\6\0\2\0\1\0\1MTrk\0\0\0\0".getBytes(StandardCharsets.UTF_8),
        "format 2");
    bytes("huge.npy", numpy("<f8", "(1000000000,)"), "more than 5,000,000 values");
    bytes("objects.npy", numpy("|O", "(3,)"), "Python objects");
    bytes("columns.parquet", "PAR1 and so on".getBytes(StandardCharsets.UTF_8), "Parquet");
    bytes("readme.npz", zip("readme.txt", "hello"), "zip");
    bytes("cut.npz", zip("x.npy", "hello"), "damaged");
    bytes("renamed.csv", zip("experiment.json", "{}"), ".undercurrent");
    text("prose.csv", "It was a dark night\nand nothing was measured at all\nuntil the morning\n");
    bytes("half-utf16.csv", Arrays.copyOf("t,x\n1,2\n".getBytes(Charset.forName("UTF-16")), 11));
    bytes("nul-inside.csv", "t,x\n1,2\n2,\0\n3,4\n".getBytes(StandardCharsets.UTF_8));
  }

  private void shapes() {
    text("ragged.csv", "t,x,y\n1,2,3\n2,3\n3,4,5\n", "row 3");
    text("too-long-row.csv", "t,x\n1,2\n2,3,4\n3,4\n", "row 3");
    text("open-quote.csv", "t,x\n1,\"2\n2,3\n3,4\n");
    text("wide.csv", "x,".repeat(999_999) + "x\n" + "1,".repeat(999_999) + "1\n", "column");
    text("text-only.csv", "name,colour\nanna,red\nben,blue\ncarl,green\n");
    text("one-text-column.csv", "colour\nred\nblue\ngreen\n");
    text("only-time.csv", "time\n1\n2\n3\n");
    text("only-dates.csv", "date\n2024-01-01\n2024-01-02\n2024-01-03\n");
    text("only-series-names.csv", "series,t\na,1\na,2\nb,1\nb,2\n");
    text("twice-the-header.csv", "t,x\n1,2\nt,x\n2,3\n3,4\n", "row");
    text("footer.csv", "t,x\n1,2\n2,3\n3,4\nTotal,9\n", "row");
  }

  private void numbers() {
    text("nothing-measured.csv", "t,x\n1,NaN\n2,NaN\n3,NaN\n");
    text("nothing-at-all.csv", "t,x,y\n1,,\n2,,\n3,,\n");
    text("huge.csv", "t,x\n1,1e400\n2,1e400\n3,5\n", "row 2");
    text("too-large-to-square.csv", "t,x\n1,1e300\n2,-1e300\n3,1e299\n4,2\n");
    text("infinite.csv", "t,x\n1,2\n2,inf\n3,4\n", "row 3");
    text("word-in-a-column.csv", "t,x\n1,2\n2,about 3\n3,4\n4,5\n5,6\n6,7\n7,8\n", "row 3", "x");
    text("two-signs.csv", "t,x\n1,2.5\n2,--3\n3,4\n4,4\n5,4\n6,4\n7,4\n8,4\n", "row 3");
    text("mixed-decimals.csv", "t;x\n1;2,5\n2;3.7.1\n3;4,1\n4;4,2\n5;4,3\n6;4,4\n", "row 3");
    text("formula.csv", "t,x\n1,=A1+1\n2,=A2+1\n3,=A3+1\n");
    text("money.csv", "t,x\n1,2 €\n2,3 $\n3,4 €\n", "row 3");
  }

  private void times() {
    text("reversed.csv", "t,x\n5,1\n4,4\n3,5\n2,3\n1,1\n", "row");
    text("jumbled.csv", "time,x\n3,1\n2,4\n1,5\n4,3\n2.5,1\n", "row");
    text("doubled.csv", "t,x\n1,2\n2,3\n2,4\n3,5\n4,5\n5,5\n6,5\n", "row 4");
    text("doubled-date.csv", "date,x\n2024-01-01,2\n2024-01-02,3\n2024-01-02,4\n", "row 4");
    text("no-such-day.csv", "date,x\n2024-02-28,2\n2024-02-31,3\n2024-03-01,4\n", "row 3");
    text("no-date.csv", "date,x\n2024-02-28,2\n2024-02-29,3\nsoon,4\n2024-03-02,1\n2024-03-03,1\n");
    text("mixed-dates.csv", "date,x\n2024-02-28,2\n29.2.2024,3\n2024-03-01,4\n2024-03-02,4\n");
    text(
        "time-missing.csv",
        "t,x\n1,2\n,3\n3,4\n4,1\n5,1\n6,1\n7,2\n8,2\n9,2\n10,2\n11,1\n12,1\n",
        "row 3");
    text("series-mixed.csv", "series,t,x\na,2,1\na,1,2\nb,1,3\nb,2,4\n", "row");
  }

  private void tracksAndSplits() {
    text("north-of-the-pole.csv", "t,lat,lon\n1,50,108\n2,95,108\n3,51,109\n4,52,109\n", "row 3");
    text("east-of-everything.csv", "t,lat,lon\n1,50,8\n2,51,800\n3,51,9\n4,52,9\n", "row 3");
    text("nothing-to-train.csv", "t,x,split\n1,2,test\n2,3,test\n3,4,test\n", "train");
    text(
        "unknown-part.csv",
        "t,x,split\n1,2,train\n2,3,train\n3,4,holdout\n4,5,test\n",
        "row 4",
        "split");
    text("parts-mixed.csv", "t,x,split\n1,2,test\n2,3,train\n3,4,test\n4,5,train\n");
  }

  private void films() {
    bytes("long.npy", numpy("<f4", "(1000000000, 16, 16)"), "100,000,000", "fewer frames");
    bytes("wide.npy", numpy("|u1", "(9, 5000, 5000)"), "make the pictures smaller");
    bytes("cut-film.npy", numpy("<f4", "(9, 16, 16)"), "ends before the last one");
    bytes("empty-film.npy", numpy("<f4", "(0, 16, 16)"), "no values");
    bytes("fortran.npy", fortran(), "ascontiguousarray");
    bytes("still.gif", gif(4, 1), "single picture");
    bytes("two.gif", gif(4, 2), "only 2 frames");
    bytes("screen.gif", gif(65_535, 9), "make the pictures smaller");
    bytes("cut.gif", Arrays.copyOf(gif(4, 9), 60), "damaged or cut off");
    text("head.gif", "GIF89a", "damaged or cut off");
    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
    bytes("frame.png", picture, "open the folder");
  }

  /** Black pictures of 4 × 4: clear, sixteen zeros as runs of growing length, end. */
  private static byte[] gif(int width, int pictures) {
    ByteArrayOutputStream gif = new ByteArrayOutputStream();
    gif.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
    byte[] screen = {(byte) width, (byte) (width >> 8), (byte) width, (byte) (width >> 8)};
    gif.writeBytes(screen);
    gif.writeBytes(new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, -1, -1, -1});
    for (int i = 0; i < pictures; i++) {
      gif.writeBytes(new byte[] {',', 0, 0, 0, 0, 4, 0, 4, 0, 0, 2});
      gif.writeBytes(new byte[] {4, (byte) 0x84, (byte) 0x8F, (byte) 0xA9, 0x05, 0});
    }
    gif.write(';');
    return gif.toByteArray();
  }

  private static byte[] fortran() {
    byte[] array = numpy("<f4", "(9, 16, 16)");
    String text = new String(array, StandardCharsets.ISO_8859_1).replace("False", "True ");
    return Arrays.copyOf(text.getBytes(StandardCharsets.ISO_8859_1), 40_000);
  }

  private void experiments() {
    text("words.undercurrent", "not a zip");
    text("nothing.undercurrent", "");
    bytes("other.undercurrent", zip("readme.txt", "hello"));
    bytes("newer.undercurrent", zip("experiment.json", "{\"version\": 99}"), "newer");
    bytes("broken.undercurrent", zip("experiment.json", "{\"version\": 1, "));
    bytes("hollow.undercurrent", zip("experiment.json", "{}"));
    bytes("deep.undercurrent", zip("experiment.json", "[".repeat(200_000)));
    bytes("outside.undercurrent", zip("../../outside", "x"));
    byte[] whole = zip("experiment.json", "{\"version\": 1}");
    bytes("truncated.undercurrent", Arrays.copyOf(whole, whole.length / 2));
  }

  /** The head of an array of NumPy with three values behind it. */
  private static byte[] numpy(String type, String shape) {
    String header = "{'descr': '%s', 'fortran_order': False, 'shape': %s}".formatted(type, shape);
    String start = "\u0093NUMPY\u0001\0" + (char) header.length() + "\0" + header;
    return Arrays.copyOf(start.getBytes(StandardCharsets.ISO_8859_1), 10 + header.length() + 24);
  }

  private static byte[] zip(String entry, String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
