package studio.backprop.layer;

import java.util.Locale;
import studio.backprop.text.Message;

/** Groups of the palette, in its order. */
public enum Group {
  BASIC,
  LOSS,
  SHAPE,
  CONVOLUTION,
  SEQUENCE,
  GRAPH,
  MERGE;

  public Message title() {
    return Message.of("group." + name().toLowerCase(Locale.ROOT));
  }
}
