package studio.backprop.ui.kit;

import studio.backprop.layer.LayerType;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;

/** Whether a kind of layer is meant by what a person types: part of its title in either language or of its id, or another word for it. */
public final class LayerSearch {
  private LayerSearch() {}

  public static boolean matches(LayerType type, String typed) {
    String wanted = Synonyms.plain(typed);
    return Synonyms.plain(type.id()).contains(wanted) || matches(type.title(), typed);
  }

  /** The same for whatever else has a title. */
  public static boolean matches(Message title, String typed) {
    String wanted = Synonyms.plain(typed);
    return Texts.all().stream().anyMatch(texts -> Synonyms.plain(texts.say(title)).contains(wanted)) || Synonyms.meant(title, typed);
  }
}
