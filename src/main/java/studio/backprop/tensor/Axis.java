package studio.backprop.tensor;

import studio.backprop.text.Message;

/** Meaning of an axis. */
public enum Axis {
  FEATURE,
  TIME,
  CHANNEL,
  HEIGHT,
  WIDTH;

  /** The axes by rank: feature; time, feature; channel, height, width. */
  static Axis of(int rank, int axis) {
    return switch (rank) {
      case 1 -> FEATURE;
      case 2 -> axis == 0 ? TIME : FEATURE;
      default -> values()[CHANNEL.ordinal() + axis];
    };
  }

  public Message title() {
    return Message.of("choice.Axis." + name().toLowerCase(java.util.Locale.ROOT));
  }
}
