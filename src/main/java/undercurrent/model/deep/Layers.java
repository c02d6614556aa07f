package undercurrent.model.deep;

import undercurrent.math.Layer;
import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;

/**
 * What the layers of transitions and inference networks are: linear ones, which read a state as a
 * whole, or convolutions, which read it as a frame, one row a pixel.
 */
@FunctionalInterface
public interface Layers {
  /** Layers of whole states. */
  Layers LINEAR = Linear::new;

  /** A layer with freshly drawn weights. */
  Layer layer(Parameters parameters, String name, int in, int out, Randomness random);

  /** Rows of a state: 1, or the pixels of its frame. */
  default int pixels() {
    return 1;
  }
}
