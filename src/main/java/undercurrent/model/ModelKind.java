package undercurrent.model;

import java.util.EnumSet;
import java.util.Set;
import undercurrent.settings.Formerly;

/** What moves the state, and how it is learned. */
public enum ModelKind {
  DEEP_MARKOV,
  LINEAR,
  LEVEL,
  TREND,
  SEASONAL,
  AIRLINE,
  ARIMA,
  @Formerly("MATERN")
  CONTINUOUS,
  SWITCHING,
  OKF,
  PENDULUM,
  VAN_DER_POL,
  LORENZ,
  GROWTH,
  LASER_RADAR,
  WALK;

  private static final Set<ModelKind> KNOWN =
      EnumSet.of(PENDULUM, VAN_DER_POL, LORENZ, GROWTH, LASER_RADAR, WALK);

  /** Whether networks are trained on the ELBO. */
  public boolean isDeep() {
    return this == DEEP_MARKOV;
  }

  /** Whether the equations are known, so that only noise is learned and a filter is chosen. */
  public boolean isKnown() {
    return KNOWN.contains(this);
  }

  /** Whether it has no networks, and is fitted by iterations. */
  public boolean isLinear() {
    return !isDeep() && !isKnown();
  }
}
