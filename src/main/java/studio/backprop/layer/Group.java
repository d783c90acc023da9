package studio.backprop.layer;

import java.util.Locale;
import studio.backprop.text.Message;

/** The groups of the palette, in its order: what every network needs comes first. */
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
