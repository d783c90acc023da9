package studio.backprop.layer;

import java.util.Locale;
import studio.backprop.text.Message;

/** The groups of the palette, in its order. */
public enum Group {
  BASIC,
  SHAPE,
  CONVOLUTION,
  SEQUENCE,
  GRAPH,
  MERGE,
  LOSS;

  public Message title() {
    return Message.of("group." + name().toLowerCase(Locale.ROOT));
  }
}
