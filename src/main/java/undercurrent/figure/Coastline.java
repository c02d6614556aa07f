package undercurrent.figure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The land of the Earth, from Natural Earth at 1:110 million (public domain). */
final class Coastline {
  private static final String RESOURCE = "/map/land_110m.rings.txt";
  private static final List<double[]> RINGS = read();

  private Coastline() {}

  /**
   * The land inside a window, as rings of alternating longitude, latitude.
   *
   * @param longitude may lie beyond ±180, for tracks across the dateline
   */
  static double[][] within(Range longitude, Range latitude) {
    List<double[]> land = new ArrayList<>();
    for (double turn = -720; turn <= 720; turn += 360) {
      for (double[] ring : RINGS) {
        double[] turned = ring.clone();
        for (int i = 0; i < turned.length; i += 2) turned[i] += turn;
        double[] clipped = clip(clip(turned, 0, longitude), 1, latitude);
        if (clipped.length >= 6) land.add(clipped);
      }
    }
    return land.toArray(double[][]::new);
  }

  /** Cuts a ring at both ends of a range of one coordinate (Sutherland and Hodgman 1974). */
  private static double[] clip(double[] ring, int coordinate, Range range) {
    double[] right = clip(ring, coordinate, range.min(), 1);
    return clip(right, coordinate, range.max(), -1);
  }

  private static double[] clip(double[] ring, int coordinate, double at, int side) {
    double[] kept = new double[2 * ring.length];
    int size = 0;
    for (int i = 0; i < ring.length; i += 2) {
      int before = i == 0 ? ring.length - 2 : i - 2;
      double here = side * (ring[i + coordinate] - at);
      double there = side * (ring[before + coordinate] - at);
      if (here >= 0 != there >= 0) {
        double share = there / (there - here);
        kept[size++] = ring[before] + share * (ring[i] - ring[before]);
        kept[size++] = ring[before + 1] + share * (ring[i + 1] - ring[before + 1]);
      }
      if (here >= 0) {
        kept[size++] = ring[i];
        kept[size++] = ring[i + 1];
      }
    }
    return Arrays.copyOf(kept, size);
  }

  private static List<double[]> read() {
    try (InputStream in = Coastline.class.getResourceAsStream(RESOURCE)) {
      if (in == null) throw new IllegalStateException("The map " + RESOURCE + " is missing.");
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))
          .lines()
          .filter(line -> !line.isBlank())
          .map(
              line ->
                  Arrays.stream(line.strip().split(" ")).mapToDouble(Double::parseDouble).toArray())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The map " + RESOURCE + " cannot be read.", e);
    }
  }
}
