package undercurrent.series;

import java.util.AbstractList;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Every series of a set as one piece, made when it is first asked for; several threads may ask. */
final class WholeSeries extends AbstractList<Sequence> {
  private final SeriesSet set;
  private final Preparation preparation;
  private final AtomicReferenceArray<Sequence> made;

  WholeSeries(SeriesSet set, Preparation preparation) {
    this.set = set;
    this.preparation = preparation;
    this.made = new AtomicReferenceArray<>(set.series().size());
  }

  @Override
  public Sequence get(int series) {
    Sequence known = made.get(series);
    if (known != null) return known;
    Sequence fresh = preparation.apply(series, 0, set.series().get(series).length());
    return made.compareAndSet(series, null, fresh) ? fresh : made.get(series);
  }

  @Override
  public int size() {
    return made.length();
  }
}
