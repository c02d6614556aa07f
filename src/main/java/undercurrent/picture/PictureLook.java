package undercurrent.picture;

import java.util.List;
import undercurrent.figure.Paper;

/**
 * How a figure looks in a file.
 *
 * @param scale pixels of PNG for one of the layout, one of {@link #SCALES}
 */
public record PictureLook(Paper paper, int scale) {
  /** As many pixels as the layout has, for a slide, and for print. */
  public static final List<Integer> SCALES = List.of(1, 2, 4);

  public static final PictureLook USUAL = new PictureLook(Paper.WHITE, 2);

  public PictureLook {
    if (!SCALES.contains(scale)) {
      throw new IllegalArgumentException(Words.of("pictureLook.scale", Integer.toString(scale)));
    }
  }

  public PictureLook on(Paper other) {
    return new PictureLook(other, scale);
  }

  public PictureLook scaled(int other) {
    return new PictureLook(paper, other);
  }
}
