package studio.backprop.ui.kit;

import java.util.Locale;
import studio.backprop.layer.LayerType;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;

/** Whether a kind of layer is meant by what a person types: part of its title in either language, or of its id. */
public final class LayerSearch {
  private LayerSearch() {}

  public static boolean matches(LayerType type, String typed) {
    String wanted = plain(typed);
    return plain(type.id()).contains(wanted) || matches(type.title(), typed);
  }

  /** The same for whatever else has a title. */
  public static boolean matches(Message title, String typed) {
    return Texts.all().stream().anyMatch(texts -> plain(texts.say(title)).contains(plain(typed)));
  }

  /** Small letters without spaces, so that "conv2d" and "max pool" are found however they are written. */
  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
  }
}
