package undercurrent.model.deep;

import java.util.List;
import undercurrent.math.Parameters;

/**
 * What a known system is made of.
 *
 * @param parameters where those of its parameters are that are learned
 * @param channels for the way from the units of the file to those of the model
 * @param fixed the boxes whose parameters are not learned
 * @param formula equations as they were typed
 * @param gap the usual time between two rows
 */
record GivenParts(
    Parameters parameters,
    ChannelStatistics channels,
    List<String> fixed,
    String formula,
    double gap) {}
