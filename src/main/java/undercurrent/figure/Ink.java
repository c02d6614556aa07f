package undercurrent.figure;

/**
 * The colours of figures by meaning; each reader has a light and a dark shade of them. After Okabe
 * and Ito, so that they differ for colour-blind eyes too.
 */
public enum Ink {
  /** What was observed. */
  DATA,
  /** Known truth. */
  TRUTH,
  BLUE,
  ORANGE,
  GREEN,
  PURPLE,
  SKY,
  VERMILION,
  /** Rules, land, what is in the background. */
  MUTED
}
