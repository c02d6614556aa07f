package undercurrent.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import undercurrent.math.Randomness;

/**
 * Tables with up to three odd things about them: their names, times, cells and text, the bytes of
 * the file, and what a person chooses. The same number gives the same table.
 */
public final class OddTables {
  private static final List<Oddity> ALL =
      Stream.of(OddHeaders.ALL, OddTimes.ALL, OddCells.ALL, OddTexts.ALL)
          .flatMap(List::stream)
          .toList();

  private OddTables() {}

  /** Table {@code number}. */
  public static OddTable table(int number) {
    Randomness random = Randomness.of(15).named("odd tables").at(number);
    Sheet sheet = SoundSheets.sheet(random);
    List<Oddity> possible = ALL.stream().filter(o -> !(sheet.isJson && o.ofText())).toList();
    List<Oddity> chosen = new ArrayList<>();
    for (int count = random.below(4); chosen.size() < count; ) {
      chosen.add(possible.get(random.below(possible.size())));
    }
    // What is done to a row as it is written comes after what is done to its cells.
    chosen.sort((a, b) -> Integer.compare(ALL.indexOf(a), ALL.indexOf(b)));
    // A change of a table that another one has left too little of changes nothing.
    for (Oddity oddity : chosen.stream().distinct().toList()) {
      if (sheet.rows.size() < 3) break;
      sheet.tell(oddity.name());
      oddity.change().apply(sheet, random);
    }
    if (random.below(8) == 0) choose(sheet, random);
    return random.below(16) == 0 ? damaged(sheet, random) : sheet.done();
  }

  private static <T> T one(Randomness random, T[] all) {
    return all[random.below(all.length)];
  }

  private static void choose(Sheet sheet, Randomness random) {
    sheet.mayBeRefused();
    for (int i = 1 + random.below(2); i > 0; i--) {
      String name = sheet.names.get(random.below(sheet.width()));
      ImportChoices before = sheet.choices;
      sheet.choices =
          switch (random.below(8)) {
            case 0 -> before.withSeparator(one(random, Separator.values()));
            case 1 -> before.withDecimalSign(one(random, DecimalSign.values()));
            case 2 -> before.withHeader(random.below(2) == 0);
            case 3 -> before.withTimeForm(one(random, TimeForm.values()));
            case 4 -> before.withSpacing(one(random, RowSpacing.values()));
            case 5 -> before.withKind(name, one(random, Channel.Kind.values()));
            case 6 -> before.withSplit(new Split(List.of(), 1e-3, 1e-3));
            default -> before.withUse(name, one(random, ColumnUse.values()));
          };
    }
    sheet.tell("choices");
  }

  /** Bytes of the file itself. */
  private static OddTable damaged(Sheet sheet, Randomness random) {
    sheet.mayBeRefused();
    sheet.tell("damaged bytes");
    OddTable whole = sheet.done();
    byte[] bytes = whole.bytes();
    if (random.below(2) == 0) {
      bytes = Arrays.copyOf(bytes, random.below(bytes.length + 1));
    } else {
      for (int i = 1 + random.below(4); i > 0 && bytes.length > 0; i--) {
        bytes[random.below(bytes.length)] = (byte) random.below(256);
      }
    }
    return new OddTable(
        bytes,
        whole.choices(),
        whole.owed(),
        whole.told(),
        whole.numbers(),
        whole.rows(),
        whole.lines(),
        whole.names());
  }
}
