package undercurrent.model.physics;

/** How the known part and the network make a state. */
public enum Guidance {
  /** Each has a chain of states of its own, and z = α z_known + (1 − α) z_network. */
  TWO_CHAINS,
  /** One chain whose mean is α known + (1 − α) network. */
  ONE_CHAIN,
  /** The known part alone. */
  PHYSICS,
  /** The network alone; the emission is given as in the others. */
  NETWORK;

  /** Whether a share says how much of each there is. */
  boolean isMixed() {
    return this == TWO_CHAINS || this == ONE_CHAIN;
  }
}
