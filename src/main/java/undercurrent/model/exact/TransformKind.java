package undercurrent.model.exact;

/** What is done to the values of a linear model before anything else. */
public enum TransformKind {
  NONE,
  LOG,
  AUTOMATIC
}
