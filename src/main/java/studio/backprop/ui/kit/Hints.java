package studio.backprop.ui.kit;

import java.util.function.Supplier;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseEvent;
import studio.backprop.text.Message;

/** Tooltips and accessible help of controls, with their shortcut. */
public final class Hints {
  private final Lang lang;

  public Hints(Lang lang) {
    this.lang = lang;
  }

  public void explain(Node node, String key, Object... args) {
    explain(node, lang.bind(key, args));
  }

  /** Tooltip below the node, where beside the pointer it would cover the next item. */
  public void explainUnder(Node node, String key) {
    StringBinding sentence = lang.bind(key);
    whenPointedAt(node, () -> new Tip(sentence).under(node));
    node.accessibleTextProperty().bind(sentence);
  }

  public void explain(Node node, ObservableValue<Message> sentence) {
    explain(node, lang.bind(sentence));
  }

  /** Appends the shortcut: Undo (Ctrl+Z). */
  public void explain(Node node, KeyCombination shortcut, String key, Object... args) {
    explain(node, lang.bind("kit.tip", lang.bind(key, args), shortcut.getDisplayText()));
  }

  /** For a control with a visible name: screen readers read the name, then the help. */
  public void describe(Labeled named, String key) {
    StringBinding sentence = lang.bind(key);
    whenPointedAt(named, () -> new Tip(sentence));
    named.accessibleHelpProperty().bind(sentence);
  }

  /** Tooltip with the whole text while the text is truncated. */
  public static void sayWhole(Labeled text) {
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(text.textProperty());
    Runnable follow = () -> text.setTooltip(text.prefWidth(-1) > text.getWidth() + 0.5 ? whole : null);
    text.widthProperty().subscribe(follow);
    text.textProperty().subscribe(follow);
  }

  private static void explain(Node node, StringBinding sentence) {
    whenPointedAt(node, () -> new Tip(sentence));
    node.accessibleTextProperty().bind(sentence);
  }

  /** Lazy tooltip, created when the mouse first enters the node: each is a window, and there are hundreds. The last one set counts. */
  public static void whenPointedAt(Node node, Supplier<? extends Tooltip> tip) {
    if (node.getProperties().remove(Waiting.class) instanceof Waiting before) {
      node.removeEventHandler(MouseEvent.MOUSE_ENTERED, before);
    }
    if (node.isHover()) {
      Tooltip.install(node, tip.get());
      return;
    }
    Waiting waiting = new Waiting(node, tip);
    node.getProperties().put(Waiting.class, waiting);
    node.addEventHandler(MouseEvent.MOUSE_ENTERED, waiting);
  }

  /** Tooltip not yet created. */
  private record Waiting(Node node, Supplier<? extends Tooltip> tip) implements EventHandler<MouseEvent> {
    @Override
    public void handle(MouseEvent event) {
      node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
      node.getProperties().remove(Waiting.class);
      Tooltip.install(node, tip.get());
    }
  }
}
