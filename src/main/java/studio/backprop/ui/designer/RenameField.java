package studio.backprop.ui.designer;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import studio.backprop.network.Node;
import studio.backprop.text.Message;

/** A field over the title of a node for its name: Enter takes it, Esc leaves it as it was. */
final class RenameField extends TextField {
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
  private static final double HEIGHT = 28;

  private final Desk desk;
  private final Runnable done;
  private final Tooltip reason = new Tooltip();
  private int node;

  /** @param done brings the focus back to the node */
  RenameField(Desk desk, Runnable done) {
    this.desk = desk;
    this.done = done;
    setManaged(false);
    setVisible(false);
    accessibleTextProperty().bind(desk.lang().bind("rename.field"));
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    focusedProperty().subscribe((before, now) -> {
      if (!now && isVisible()) {
        setVisible(false);
        desk.model().edits().rename(node, getText());
      }
    });
    textProperty().subscribe(text -> pseudoClassStateChanged(REFUSED, false));
  }

  void open(Node renamed) {
    node = renamed.id();
    Box box = desk.model().places().box(renamed);
    resizeRelocate(box.x() + 4, box.y() + 6, box.width() - 8, HEIGHT);
    setText(renamed.name());
    setVisible(true);
    requestFocus();
    selectAll();
  }

  private void press(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      Optional<Message> refusal = desk.model().edits().rename(node, getText());
      refusal.ifPresentOrElse(this::refuse, this::close);
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      close();
      event.consume();
    }
  }

  private void refuse(Message sentence) {
    pseudoClassStateChanged(REFUSED, true);
    reason.setText(desk.lang().say(sentence));
    var place = localToScreen(0, getHeight() + 4);
    reason.show(this, place.getX(), place.getY());
  }

  private void close() {
    reason.hide();
    setVisible(false);
    done.run();
  }
}
