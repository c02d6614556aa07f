package undercurrent.model.deep;

import java.util.function.Function;

/**
 * The inference networks: the six of Krishnan et al. 2017, table 1; the product of what the data
 * say with what the model expects; and a learned update of what the model expects by the
 * observation of the step. A new one is its file, a constant here and its words.
 */
public enum NetworkKind {
  STRUCTURED_PAST(StructuredNetwork::new, true, false),
  STRUCTURED_FUTURE(StructuredNetwork::new, false, true),
  STRUCTURED_BOTH(StructuredNetwork::new, true, true),
  MEAN_FIELD_PAST(MeanFieldNetwork::new, true, false),
  MEAN_FIELD_FUTURE(MeanFieldNetwork::new, false, true),
  MEAN_FIELD_BOTH(MeanFieldNetwork::new, true, true),
  PRODUCT_PAST(ProductNetwork::new, true, false),
  PRODUCT_FUTURE(ProductNetwork::new, false, true),
  PRODUCT_BOTH(ProductNetwork::new, true, true),
  KALMAN_UPDATE(KalmanUpdateNetwork::new, true, false);

  /** A constructor, which has no state. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<NetworkParts, InferenceNetwork> network;

  private final boolean past;
  private final boolean future;

  NetworkKind(Function<NetworkParts, InferenceNetwork> network, boolean past, boolean future) {
    this.network = network;
    this.past = past;
    this.future = future;
  }

  /** The network with freshly drawn weights. */
  InferenceNetwork network(NetworkParts parts) {
    return network.apply(parts);
  }

  /** True when q(zₜ|·) depends on x₁:ₜ. */
  public boolean seesPast() {
    return past;
  }

  /** True when q(zₜ|·) depends on xₜ:T. */
  public boolean seesFuture() {
    return future;
  }
}
