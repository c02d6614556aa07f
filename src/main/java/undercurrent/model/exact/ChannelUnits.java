package undercurrent.model.exact;

/**
 * What 0 and 1 of a model are in the units of the file, or of its transformed values.
 *
 * @param channel its name, empty where it is the only one or where it does not matter
 */
record ChannelUnits(String channel, double centre, double scale) {
  /** The names of a parameter of it, that of the channel alone first. */
  String[] names(String parameter) {
    return channel.isEmpty()
        ? new String[] {parameter}
        : new String[] {parameter + " of " + channel, parameter};
  }
}
