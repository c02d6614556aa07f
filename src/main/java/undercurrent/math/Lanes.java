package undercurrent.math;

/**
 * Whether this launch has the Vector API. Where it has not, or with {@code
 * -Dundercurrent.scalar=true}, every operation does all its elements in its scalar loop instead of
 * the last few; the bits are the same.
 */
final class Lanes {
  static final boolean PRESENT =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
          && !Boolean.getBoolean("undercurrent.scalar");

  private Lanes() {}
}
