package undercurrent.series;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.Stream;

/** Local times that do not exist, or come twice, when clocks are changed somewhere. */
final class DaylightSaving {
  /** Zones with the rules that most clocks have followed. */
  private static final List<ZoneRules> RULES =
      Stream.of(
              "Europe/Berlin",
              "Europe/London",
              "Europe/Athens",
              "Europe/Moscow",
              "America/New_York",
              "America/Chicago",
              "America/Mexico_City",
              "America/Havana",
              "America/Sao_Paulo",
              "America/Santiago",
              "America/Asuncion",
              "Asia/Jerusalem",
              "Asia/Beirut",
              "Asia/Tehran",
              "Africa/Cairo",
              "Australia/Sydney",
              "Pacific/Auckland")
          .map(id -> ZoneId.of(id).getRules())
          .toList();

  private DaylightSaving() {}

  /** True when clocks are put forward past this time. */
  static boolean isSkipped(LocalDateTime local) {
    return RULES.stream().anyMatch(r -> r.getValidOffsets(local).isEmpty());
  }

  /** True when clocks are put back to before this time, so that it comes twice. */
  static boolean isRepeated(LocalDateTime local) {
    return RULES.stream().anyMatch(r -> r.getValidOffsets(local).size() > 1);
  }
}
