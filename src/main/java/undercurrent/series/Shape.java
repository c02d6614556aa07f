package undercurrent.series;

/** What the D values of a step are together. */
public sealed interface Shape permits Shape.Vector, Shape.Roll, FrameShape {
  /** How many values a step has. */
  int size();

  /** Numbers that stand side by side. */
  record Vector(int size) implements Shape {}

  /** Notes that sound or do not. */
  record Roll(int size) implements Shape {}
}
