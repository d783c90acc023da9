package studio.backprop.ui.design.designer;

import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.transform.Scale;
import studio.backprop.network.Node;
import studio.backprop.network.NodeGroup;
import studio.backprop.text.Message;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;

/** Text field over the title of a node or group; Enter applies, Esc cancels. */
final class RenameField extends TextField {
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
  private static final double HEIGHT = 28;
  /** Minimum scale on screen. */
  private static final double READABLE = 0.9;
  private static final double WIDEST = 240;
  private static final double NARROWEST = 144;

  private final CanvasDesk desk;
  private final Runnable done;
  /** Whether losing the focus applies the name. */
  private boolean takesWhenLeft;
  private final Tooltip reason = new Tooltip();
  private Function<String, Optional<Message>> rename = name -> Optional.empty();

  /** @param done returns the focus to the node */
  RenameField(CanvasDesk desk, Runnable done) {
    this.desk = desk;
    this.done = done;
    setManaged(false);
    setVisible(false);
    getStyleClass().add("rename-field");
    accessibleTextProperty().bind(desk.lang().bind("rename.field"));
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    focusedProperty().subscribe((before, now) -> {
      if (!now && isVisible()) {
        setVisible(false);
        if (takesWhenLeft) {
          rename.apply(getText());
        }
      }
    });
    textProperty().subscribe(text -> pseudoClassStateChanged(REFUSED, false));
  }

  void open(Node renamed) {
    open(desk.model().places().box(renamed), renamed.name(), name -> desk.model().edits().rename(renamed.id(), name));
  }

  void open(NodeGroup renamed) {
    open(desk.model().places().frame(renamed).moved(0, renamed.folded() ? 0 : -6), renamed.name(), name -> desk.model().groups()
        .rename(renamed.id(), name));
  }

  /** Asks for the name of a new block. */
  void openForBlock(Box selected, String suggested) {
    open(selected.moved(0, -2 * HEIGHT), suggested, desk.model().blocks()::keep);
    setPromptText(desk.lang().say("block.ask"));
    takesWhenLeft = false;
  }

  private void open(Box box, String name, Function<String, Optional<Message>> taken) {
    rename = taken;
    setPromptText("");
    takesWhenLeft = true;
    double larger = Math.max(1, READABLE / desk.model().camera().zoom());
    getTransforms().setAll(new Scale(larger, larger));
    double width = Math.max(NARROWEST, Math.min(WIDEST, box.width() - 8));
    Box seen = desk.model().camera().seen();
    resizeRelocate(
        inside(box.x() + 4, seen.x(), seen.right() - width * larger), inside(box.y() + 6, seen.y(), seen.bottom() - HEIGHT * larger),
        width, HEIGHT);
    setText(name);
    setVisible(true);
    requestFocus();
    selectAll();
  }

  /** Keeps the field clear of the bars. */
  private static double inside(double wanted, double least, double most) {
    return Math.max(least, Math.min(most, wanted));
  }

  private void press(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      Optional<Message> refusal = rename.apply(getText());
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
