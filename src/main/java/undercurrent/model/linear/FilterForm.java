package undercurrent.model.linear;

/** How the filter carries its covariance; both give the same numbers where numbers are easy. */
public enum FilterForm {
  /** P itself, P = (I - k h') P (I - k h')' + r k k': quick, and stays symmetric. */
  JOSEPH,
  /** S with P = S S': twice the digits where variances differ by very much, about half as quick. */
  SQUARE_ROOT
}
