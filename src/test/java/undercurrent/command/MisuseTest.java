package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.text.Language;

final class MisuseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          fly | Unmatched argument at index 0: 'fly'. | Überzähliges Argument an Stelle 0 (von 0 an): „fly“.
          samples --colour | Unknown option: '--colour'. | Es gibt keine Option „--colour“.
          train nile | Missing required option: '--out=DIR'. | Es fehlt die Option „--out=DIR“.
          infer x | Missing required options: '--kind=<kind>', '--out=DIR'. | Es fehlen die Optionen „--kind=<kind>“, „--out=DIR“.
          train | ~Missing required options and parameters: '--out=DIR', 'FILE|SAMPLE'.~ | ~Es fehlen Optionen und Angaben: „--out=DIR“, „FILE|SAMPLE“.~
          infer | Missing required parameter: 'EXPERIMENT'. | Es fehlt die Angabe „EXPERIMENT“.
          train nile --out | Missing required parameter for option '--out' (DIR). | Es fehlt der Wert der Option „--out“ (DIR).
          train nile --out --json | Expected parameter for option '--out' but found '--json'. | Statt des Werts der Option „--out“ steht da „--json“.
          backtest nile --horizon x | Invalid value for option '--horizon': 'x' is not an int. | Der Wert von „--horizon“ ist falsch: „x“ ist keine ganze Zahl.
          samples --json --json | option '--json' should be specified only once. | Die Option „--json“ darf nur einmal stehen.
          bench --size huge | Invalid value for option '--size': expected one of [classroom, medium, jsb, plate, ball, disc, pendulum, vrnn, srnn] (case-insensitive) but was 'huge'. | Der Wert „huge“ von „--size“ ist nicht bekannt; wählen Sie eines von classroom, medium, jsb, plate, ball, disc, pendulum, vrnn, srnn.
          """)
  void whatTheLibraryRefusesIsSaidInTheLanguage(String line, String english, String german) {
    Object[] words = line.split(" ");
    assertEquals(english, sentence(Spoken.of(words)));
    assertEquals(german, sentence(Language.in(Language.GERMAN, () -> Spoken.of(words))));
  }

  /** Without the hint after it. */
  private static String sentence(Spoken said) {
    assertEquals(2, said.exit(), said.out());
    String err = said.err().strip();
    return err.substring(0, err.lastIndexOf(". ") + 1);
  }
}
