package studio.backprop.ui.design.palette;

import java.util.Locale;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import studio.backprop.layer.LayerType;
import studio.backprop.network.block.Block;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** Chip of a layer type or a block in the colour of its group; a button to screen readers. */
final class Chip extends Label {
  private final Runnable pressed;

  Chip(LayerType type, Lang lang, Runnable pressed) {
    this(type.title(), shortTitle(type), type.help(), type.group().name().toLowerCase(Locale.ROOT), lang, pressed);
    setGraphic(Icon.of(type));
  }

  Chip(Block block, Lang lang, Runnable pressed) {
    this(block.title(), block.title(), block.help(), "block", lang, pressed);
  }

  private static Message shortTitle(LayerType type) {
    String key = type.title().key() + ".short";
    return Texts.ENGLISH.has(key) ? Message.of(key) : type.title();
  }

  private Chip(Message title, Message written, Message help, String style, Lang lang, Runnable pressed) {
    this.pressed = pressed;
    getStyleClass().addAll("chip", style);
    textProperty().bind(lang.textsProperty().map(texts -> texts.say(written)));
    setAccessibleRole(AccessibleRole.BUTTON);
    accessibleTextProperty().bind(lang.textsProperty().map(texts -> texts.say(title)));
    accessibleHelpProperty().bind(lang.textsProperty().map(texts -> texts.say(help)));
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      pressed.run();
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }
}
