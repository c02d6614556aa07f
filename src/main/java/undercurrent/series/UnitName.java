package undercurrent.series;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column's name taken apart: {@code wind_kt} is wind in kt, {@code pressure (hPa)} is pressure in
 * hPa.
 */
record UnitName(String name, String unit) {
  private static final Pattern BRACKETS = Pattern.compile("(.*\\S)\\s*[\\[(]([^\\[\\]()]+)[\\])]");
  private static final Pattern SCALE = Pattern.compile("(.+)_(1e\\d+)", Pattern.CASE_INSENSITIVE);
  private static final Map<String, String> UNITS = units();

  private static Map<String, String> units() {
    Map<String, String> units = new HashMap<>();
    String same =
        "mm cm m km s ms us ns ft kt mph ppm ppb hpa kpa mb mbar kg mg deg rad mv kv kw kwh hz"
            + " khz mhz usd eur gbp thousands millions billions days hours years months weeks"
            + " minutes seconds knots percent rpm lux db";
    for (String unit : same.split(" ")) units.put(unit, unit);
    String others =
        "m2=m\u00B2 m3=m\u00B3 km2=km\u00B2 km3=km\u00B3 m_s=m/s mps=m/s km_h=km/h kmh=km/h"
            + " kph=km/h m_s2=m/s\u00B2 kg_m3=kg/m\u00B3 g_l=g/l mg_l=mg/l w_m2=W/m\u00B2"
            + " m3_s=m\u00B3/s hpa=hPa kpa=kPa mv=mV kv=kV kw=kW kwh=kWh hz=Hz khz=kHz mhz=MHz"
            + " usd=USD eur=EUR gbp=GBP pct=% percent=% c=\u00B0C degc=\u00B0C celsius=\u00B0C"
            + " degf=\u00B0F fahrenheit=\u00B0F kelvin=K deg=\u00B0 degrees=\u00B0 volts=V amps=A"
            + " watts=W db=dB us=\u00B5s sec=s secs=s seconds=s hrs=h"
            + " degrees_north=\u00B0 degrees_east=\u00B0 degrees_true=\u00B0 kts=kt";
    for (String pair : others.split(" ")) {
      int equal = pair.indexOf('=');
      units.put(pair.substring(0, equal), pair.substring(equal + 1));
    }
    return Map.copyOf(units);
  }

  /** True for the short form of a unit, in lower case. */
  static boolean isUnit(String unit) {
    return UNITS.containsKey(unit);
  }

  /** A unit as it is written in figures: "degc" is °C. */
  static String spelled(String unit) {
    return UNITS.getOrDefault(unit.toLowerCase(Locale.ROOT), unit);
  }

  /** The unit of times in a column that is called after it, such as "hours"; else empty. */
  static String ofTimeCalled(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "second", "seconds", "sec", "secs" -> "s";
      case "minute", "minutes", "min", "mins" -> "min";
      case "hour", "hours", "hr", "hrs" -> "h";
      case "day", "days" -> "d";
      case "week", "weeks" -> "week";
      case "month", "months" -> "month";
      default -> "";
    };
  }

  /** The words of the name of a column without its unit, in small letters. */
  static String[] words(String column) {
    return of(column).name().toLowerCase(Locale.ROOT).split("[^\\p{L}]+");
  }

  static UnitName of(String column) {
    Matcher brackets = BRACKETS.matcher(column);
    // "x (2)" is the second x.
    if (brackets.matches() && !brackets.group(2).matches("\\d+")) {
      return new UnitName(brackets.group(1), brackets.group(2).strip());
    }
    for (int end = column.indexOf('_'); end > 0; end = column.indexOf('_', end + 1)) {
      String unit = UNITS.get(column.substring(end + 1).toLowerCase(Locale.ROOT));
      // x_c and y_s are more often indices than units.
      if (unit != null && (end > 1 || column.length() - end > 2 || column.charAt(0) == 't')) {
        return scaled(column.substring(0, end), unit);
      }
    }
    return new UnitName(column, "");
  }

  private static UnitName scaled(String name, String unit) {
    Matcher scale = SCALE.matcher(name);
    return scale.matches()
        ? new UnitName(scale.group(1), scale.group(2) + " " + unit)
        : new UnitName(name, unit);
  }
}
