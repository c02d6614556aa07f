package undercurrent.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order is that of Maven's own {@code ComparableVersion}, from which these examples come. */
class VersionTest {
  @Test
  void versionsAreInTheOrderOfMaven() {
    List<String> ascending =
        List.of(
            "0.9",
            "1-alpha",
            "1.0-alpha-2",
            "1-a10",
            "1.0-beta-1",
            "1-milestone-1",
            "1.0-rc1",
            "1.0-CR2",
            "1-SNAPSHOT",
            "1",
            "1-sp",
            "1-foo",
            "1-1",
            "1.0.1",
            "1.2",
            "1.10",
            "1.10.0.3",
            "2.0-rc1",
            "2.0.0",
            "3.1.7",
            "3.2.0-rc1",
            "3.2.0",
            "3.2.3",
            "3.10",
            "32.1.3-jre",
            "9999.0",
            "20230227",
            "99999999999999999999");
    for (int i = 0; i < ascending.size(); i++) {
      for (int j = 0; j < ascending.size(); j++) {
        String pair = ascending.get(i) + " and " + ascending.get(j);
        int order = Version.of(ascending.get(i)).compareTo(Version.of(ascending.get(j)));
        assertEquals(Integer.compare(i, j), Integer.signum(order), pair);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1.0",
    "1.0, 1.0.0",
    "1, 1-ga",
    "1.0, 1.0.Final",
    "1.0-release, 1",
    "1.0-rc1, 1.0-CR1",
    "1-a1, 1-alpha-1",
    "1.0.0-foo.0.0, 1-foo",
    "3.18.0, 3.18",
    "1.01, 1.1",
    "1.0-RC1, 1.0-rc-1"
  })
  void versionsAreEqualWhenOnlyTheirSpellingDiffers(String one, String other) {
    assertEquals(Version.of(one), Version.of(other));
    assertEquals(Version.of(one).hashCode(), Version.of(other).hashCode());
  }

  @ParameterizedTest
  @CsvSource({
    "3.0.0, true",
    "2.23.1, false",
    "3.1.6, true",
    "3.1.7, false",
    "3.1.7-rc1, true",
    "3.1.12, false",
    "3.2.0, true",
    "3.2, true",
    "3.2.2, true",
    "3.2.3, false",
    "3.3.0, false"
  })
  void aRangeHoldsWhatLiesInOneOfItsIntervals(String version, boolean inside) {
    assertEquals(
        inside, VersionRange.of("[3.0.0,3.1.7),[3.2.0,3.2.3)").contains(Version.of(version)));
  }

  @Test
  void boundsBelongToARangeOrNotOrAreOpen() {
    assertTrue(VersionRange.of("[1,2]").contains(Version.of("2.0")));
    assertFalse(VersionRange.of("[1,2)").contains(Version.of("2.0")));
    assertFalse(VersionRange.of("(1,2]").contains(Version.of("1.0")));
    assertTrue(VersionRange.of("(,2)").contains(Version.of("0.1")));
    assertFalse(VersionRange.of("(,2)").contains(Version.of("2")));
    assertTrue(VersionRange.of("[2,)").contains(Version.of("17")));
    assertFalse(VersionRange.of("[2,)").contains(Version.of("2-rc1")));
    assertEquals("[1,2),(3,]", VersionRange.of("[1,2),(3,]").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1.2", "[1,2", "[1]", "[1,2),", "[1,2);[3,4)", "x[1,2)", "[1,2)[3,4)"})
  void whatIsNoRangeIsRefused(String written) {
    String said =
        assertThrows(IllegalArgumentException.class, () -> VersionRange.of(written)).getMessage();
    assertEquals("'" + written + "' is not a range of versions; write one like [3.0,3.1.7).", said);
  }
}
