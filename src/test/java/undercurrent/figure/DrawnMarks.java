package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Notes what a pen is told to draw: marks inside the plot, and words. */
final class DrawnMarks implements Pen {
  final List<String> marks = new ArrayList<>();
  final List<String> words = new ArrayList<>();

  @Override
  public void clip(Box box) {}

  @Override
  public void unclip() {}

  @Override
  public void area(double[][] rings, Colour colour) {
    marks.add("area " + Arrays.deepToString(rings) + colour);
  }

  @Override
  public void line(double[] points, Colour colour, double width, double... dashes) {
    marks.add("line " + Arrays.toString(points) + colour + " " + width + Arrays.toString(dashes));
  }

  @Override
  public void dots(double[] points, double radius, Colour colour) {
    marks.add("dots " + Arrays.toString(points) + radius + colour);
  }

  @Override
  public void image(Box box, int width, int height, int[] pixels) {
    marks.add("image " + box + Arrays.toString(pixels));
  }

  @Override
  public void text(Text text) {
    words.add(text.text());
  }
}
