package studio.backprop.ui.kit.page;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.CloseButton;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;

/**
 * Page in place of the canvas: a head with a title and a close button, and a body below it. Visible while its model is open; Escape leads
 * back, unless the page is fixed. A subclass makes head and body and hands them to {@link #compose}.
 */
public abstract class Page extends VBox {
  protected final Lang lang;
  protected final Hints hints;
  protected final Label title = new Label();
  private final PageModel model;

  /**
   * @param style style class of the page
   * @param name read by screen readers
   */
  protected Page(PageModel model, Lang lang, Hints hints, String style, ObservableValue<String> name) {
    this.model = model;
    this.lang = lang;
    this.hints = hints;
    title.getStyleClass().add("panel-title");
    getStyleClass().add(style);
    setMinSize(0, 0);
    accessibleTextProperty().bind(name);
    visibleProperty().bind(model.openProperty());
    managedProperty().bind(visibleProperty());
    model.openProperty().subscribe((before, now) -> opened(now));
    addEventHandler(KeyEvent.KEY_PRESSED, this::lead);
  }

  /** Fills the page; the body takes the height that the head leaves. */
  protected final void compose(Region head, Region body) {
    body.setMinHeight(0);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(head, body);
  }

  /** Head of the title, whole at any width, and these parts. */
  protected final HBox head(Node... parts) {
    title.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(title);
    head.getChildren().addAll(parts);
    head.getStyleClass().add("head");
    return head;
  }

  /** Button at the end of the head; hidden while the page is fixed. */
  protected final Button closeButton(String id, String shortcut, String helpKey) {
    Button close = new CloseButton(model::leave, "bare");
    close.setId(id);
    hints.explain(close, KeyCombination.valueOf(shortcut), helpKey);
    model.fixedProperty().subscribe(fixed -> Sight.show(close, !fixed));
    return close;
  }

  /** Called when the page was opened or closed. */
  protected void opened(boolean now) {
    if (now) {
      requestFocus();
    }
  }

  /** Handles a key that no control and not the page itself takes. @return whether handled */
  protected boolean press(KeyEvent key) {
    return false;
  }

  private void lead(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE && !model.fixedProperty().get()) {
      model.leave();
      key.consume();
    } else if (press(key)) {
      key.consume();
    }
  }
}
