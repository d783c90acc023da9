package studio.backprop.ui.design.designer.note;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import studio.backprop.network.Note;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;

/** Text editor of a note, in its place. Enter inserts a line break, Esc or losing the focus applies the text. */
public final class NoteField extends TextArea {
  private static final List<String> COLOURS = Arrays.stream(Note.Colour.values()).map(colour -> colour.name().toLowerCase(Locale.ROOT))
      .toList();

  private final CanvasDesk desk;
  private final NoteLayer layer;
  private Optional<Integer> note = Optional.empty();

  public NoteField(CanvasDesk desk, NoteLayer layer) {
    this.desk = desk;
    this.layer = layer;
    getStyleClass().add("note-field");
    setManaged(false);
    setVisible(false);
    setWrapText(true);
    promptTextProperty().bind(desk.lang().bind("note.blank"));
    accessibleTextProperty().bind(desk.lang().bind("note.field"));
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    focusedProperty().subscribe((before, now) -> {
      if (!now && isVisible()) {
        leave();
      }
    });
    desk.model().notes().writtenProperty().subscribe(this::open);
  }

  private void open(Optional<Integer> written) {
    written.flatMap(desk.model().network().marks()::note).ifPresent(this::open);
  }

  private void open(Note written) {
    note = Optional.of(written.id());
    Box box = desk.model().places().box(written);
    resizeRelocate(box.x(), box.y(), box.width(), box.height());
    getStyleClass().removeAll(COLOURS);
    getStyleClass().add(written.colour().name().toLowerCase(Locale.ROOT));
    setText(written.text());
    setVisible(true);
    requestFocus();
    end();
  }

  private void press(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      int left = note.orElseThrow();
      leave();
      layer.focus(left);
      event.consume();
    }
  }

  private void leave() {
    setVisible(false);
    note.ifPresent(id -> desk.model().notes().wrote(id, getText(), layer.heightFor(id, getText().strip())));
    note = Optional.empty();
  }
}
