package undercurrent.series;

/** What the D values of a step are together. */
public sealed interface Shape {
  /** How many values a step has. */
  int size();

  /** Numbers that stand side by side. */
  record Vector(int size) implements Shape {}

  /** Notes that sound or do not. */
  record Roll(int size) implements Shape {}

  /** One picture, row by row, and of each pixel its channels. */
  record Frame(int height, int width, int channels) implements Shape {
    @Override
    public int size() {
      return height * width * channels;
    }
  }
}
