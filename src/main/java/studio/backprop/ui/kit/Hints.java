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

/** Says on hover, and to a screen reader, what a control does and which key does the same. */
public final class Hints {
  private final Lang lang;

  public Hints(Lang lang) {
    this.lang = lang;
  }

  public void explain(Node node, String key, Object... args) {
    explain(node, lang.bind(key, args));
  }

  /** The same, under the node: where things stand side by side, a sentence beside the pointer lies over the next of them. */
  public void explainUnder(Node node, String key) {
    StringBinding sentence = lang.bind(key);
    whenPointedAt(node, () -> new Tip(sentence).under(node));
    node.accessibleTextProperty().bind(sentence);
  }

  public void explain(Node node, ObservableValue<Message> sentence) {
    explain(node, lang.bind(sentence));
  }

  /** The shortcut stands after the sentence: Undo (Ctrl+Z). */
  public void explain(Node node, KeyCombination shortcut, String key, Object... args) {
    explain(node, lang.bind("kit.tip", lang.bind(key, args), shortcut.getDisplayText()));
  }

  /** Of a control that has its name written on it: a screen reader says the name first, and then what it does. */
  public void describe(Labeled named, String key) {
    StringBinding sentence = lang.bind(key);
    whenPointedAt(named, () -> new Tip(sentence));
    named.accessibleHelpProperty().bind(sentence);
  }

  /** Says all of a text while it is cut for want of room; a text that is there as a whole need not be said again. */
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

  /**
   * A tooltip is a window of its own, and there are hundreds: each is made when the mouse first comes to its node. Of several for one node
   * the last counts.
   */
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

  /** A tooltip to be made. */
  private record Waiting(Node node, Supplier<? extends Tooltip> tip) implements EventHandler<MouseEvent> {
    @Override
    public void handle(MouseEvent event) {
      node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
      node.getProperties().remove(Waiting.class);
      Tooltip.install(node, tip.get());
    }
  }
}
