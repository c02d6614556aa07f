package undercurrent.model.physics;

import java.util.function.BiFunction;

/** How the known part is written down. */
public enum KnownForm {
  /** ds/dt = A s + B u, by matrices. */
  CONTINUOUS((known, parts) -> LinearPart.of(known, true, parts)),
  /** sₜ = A sₜ₋₁ + B uₜ, by matrices. */
  DISCRETE((known, parts) -> LinearPart.of(known, false, parts)),
  /** Equations that a person types. */
  FORMULA(FormulaPart::of);

  /** A factory, which has no state. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final BiFunction<PhysicsSettings.Known, KnownPart.Parts, KnownPart> factory;

  KnownForm(BiFunction<PhysicsSettings.Known, KnownPart.Parts, KnownPart> factory) {
    this.factory = factory;
  }

  /**
   * The known part that settings describe.
   *
   * @throws IllegalArgumentException one sentence, when they do not fit the data
   */
  KnownPart part(PhysicsSettings.Known known, KnownPart.Parts parts) {
    return factory.apply(known, parts);
  }
}
