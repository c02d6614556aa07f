package undercurrent.series;

/**
 * Positions on the sphere of the Earth's mean radius: distances, and the tangent plane at a point.
 *
 * <p>The plane is azimuthal equidistant, so that a step's length in it is its great-circle length,
 * and the dateline and the poles are no special places. All angles are in degrees.
 */
public final class Geo {
  /** Mean radius of the Earth in kilometres (IUGG R₁). */
  public static final double EARTH_RADIUS_KM = 6371.0088;

  private static final double EARTH_RADIUS_M = 1000 * EARTH_RADIUS_KM;

  private Geo() {}

  /** Great-circle distance in kilometres, by the haversine formula. */
  public static double distanceKm(double lat1, double lon1, double lat2, double lon2) {
    // hav θ = hav(φ₂-φ₁) + cos φ₁ cos φ₂ hav(λ₂-λ₁)
    double north = StrictMath.sin(StrictMath.toRadians(lat2 - lat1) / 2);
    double east = StrictMath.sin(StrictMath.toRadians(lon2 - lon1) / 2);
    double haversine = north * north + cos(lat1) * cos(lat2) * east * east;
    return 2 * EARTH_RADIUS_KM * StrictMath.asin(Math.min(1, Math.sqrt(haversine)));
  }

  /** {east, north} in metres of the second point in the tangent plane at the first. */
  public static double[] step(double lat1, double lon1, double lat2, double lon2) {
    double metres = 1000 * distanceKm(lat1, lon1, lat2, lon2);
    double difference = StrictMath.toRadians(lon2 - lon1);
    // tan θ = sin Δλ cos φ₂ / (cos φ₁ sin φ₂ - sin φ₁ cos φ₂ cos Δλ)
    double bearing =
        StrictMath.atan2(
            StrictMath.sin(difference) * cos(lat2),
            cos(lat1) * sin(lat2) - sin(lat1) * cos(lat2) * StrictMath.cos(difference));
    return new double[] {
      metres * StrictMath.sin(bearing), metres * StrictMath.cos(bearing),
    };
  }

  /** {latitude, longitude} of what is east and north of a point by so many metres. */
  public static double[] moved(double lat, double lon, double east, double north) {
    double angle = StrictMath.hypot(east, north) / EARTH_RADIUS_M;
    double bearing = StrictMath.atan2(east, north);
    double sinAngle = StrictMath.sin(angle);
    double cosAngle = StrictMath.cos(angle);
    // sin φ₂ = sin φ₁ cos δ + cos φ₁ sin δ cos θ
    double x = cos(lat) * cosAngle - sin(lat) * sinAngle * StrictMath.cos(bearing);
    double y = sinAngle * StrictMath.sin(bearing);
    double z = sin(lat) * cosAngle + cos(lat) * sinAngle * StrictMath.cos(bearing);
    return new double[] {
      StrictMath.toDegrees(StrictMath.atan2(z, StrictMath.hypot(x, y))),
      longitude(lon + StrictMath.toDegrees(StrictMath.atan2(y, x)))
    };
  }

  /** {latitude, longitude} after going on for some steps by the last change in degrees. */
  public static double[] constantVelocity(
      double latBefore, double lonBefore, double lat, double lon, int steps) {
    return new double[] {
      Math.clamp(lat + steps * (lat - latBefore), -90, 90),
      longitude(lon + steps * longitude(lon - lonBefore))
    };
  }

  /** The same longitude in -180 (inclusive) to 180 (exclusive). */
  public static double longitude(double degrees) {
    if (degrees >= -180 && degrees < 180) return degrees;
    double turned = (degrees + 180) % 360;
    return (turned < 0 ? turned + 360 : turned) - 180;
  }

  private static double sin(double degrees) {
    return StrictMath.sin(StrictMath.toRadians(degrees));
  }

  private static double cos(double degrees) {
    return StrictMath.cos(StrictMath.toRadians(degrees));
  }
}
