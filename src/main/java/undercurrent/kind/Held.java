package undercurrent.kind;

import undercurrent.settings.Knob;

/** Values that a person gives to parameters, which are then not learned; exact kinds share it. */
record Held(
    @Knob(
            group = "model",
            pattern = "([^=;]+=[^=;]+(;[^=;]+=[^=;]+)*)?",
            example = "level-variance=0.1;start-mean=0",
            advanced = true,
            carried = false)
        String fixed) {
  static final Held NOTHING = new Held("");
}
