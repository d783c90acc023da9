package studio.backprop.ui.kit;

import studio.backprop.layer.LayerType;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;

/** Match of a query against a layer type: part of its title in either language, of its id, or a synonym. */
public final class LayerSearch {
  private LayerSearch() {}

  public static boolean matches(LayerType type, String typed) {
    String wanted = Synonyms.plain(typed);
    return Synonyms.plain(type.id()).contains(wanted) || matches(type.title(), typed);
  }

  public static boolean matches(Message title, String typed) {
    String wanted = Synonyms.plain(typed);
    return Texts.all().stream().anyMatch(texts -> Synonyms.plain(texts.say(title)).contains(wanted)) || Synonyms.meant(title, typed);
  }
}
