package undercurrent.model.switching;

/** How a switching model is filtered. */
public enum RegimeFilter {
  INTERACTING,
  RAO_BLACKWELLISED
}
