package undercurrent.model.exact;

import java.util.List;

/**
 * Observed channels whose states no other channel touches, so that a filter of theirs alone is
 * exact, and a model of many groups costs no more than the sum of them.
 *
 * @param places of the channels among the observed ones, ascending
 * @param shown what of their state a person knows; empty where no dimension has a meaning of its
 *     own
 */
public record ChannelGroup(int[] places, List<ShownState> shown) {
  public ChannelGroup {
    shown = List.copyOf(shown);
  }
}
