package studio.backprop.ui.design.designer.note;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import studio.backprop.network.Note;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;

/** View of a note: coloured paper, wrapped text, and a corner to resize it. */
public final class NoteView extends Region {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass BLANK = PseudoClass.getPseudoClass("blank");
  private static final double CORNER = 24;
  static final double PADDING = 12;

  private final CanvasDesk desk;
  private final Label words = new Label();
  private final Region corner = new Region();
  private Note note;

  NoteView(CanvasDesk desk, Note note) {
    this.desk = desk;
    this.note = note;
    setAccessibleRole(AccessibleRole.BUTTON);
    setFocusTraversable(true);
    setManaged(false);
    words.setWrapText(true);
    words.setAlignment(Pos.TOP_LEFT);
    words.setMouseTransparent(true);
    words.setManaged(false);
    words.getStyleClass().add("note-words");
    corner.getStyleClass().add("corner");
    corner.setManaged(false);
    getChildren().addAll(words, corner);
  }

  public int id() {
    return note.id();
  }

  public Note note() {
    return note;
  }

  /** Whether a press there resizes the note. */
  public boolean isCorner(Object pressed) {
    return pressed == corner;
  }

  void show(Note shown) {
    note = shown;
    getStyleClass().setAll("designer-note", note.colour().name().toLowerCase(Locale.ROOT));
    boolean blank = note.text().isEmpty();
    pseudoClassStateChanged(BLANK, blank);
    words.setText(blank ? desk.lang().say("note.blank") : note.text());
    setAccessibleText(desk.lang().say("note.spoken", words.getText()));
    place(note);
  }

  void showSelected(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
  }

  /** Height of a text at the note's width. */
  double heightFor(String text) {
    String shown = words.getText();
    words.setText(text);
    double height = Math.ceil(words.prefHeight(note.width() - 2 * PADDING)) + 2 * PADDING;
    words.setText(shown);
    return height;
  }

  void place(Note seen) {
    Box box = desk.places().box(seen);
    relocate(box.x(), box.y());
    if (getWidth() != box.width() || getHeight() != box.height()) {
      resize(box.width(), box.height());
    }
  }

  @Override
  protected void layoutChildren() {
    words.resizeRelocate(PADDING, PADDING, getWidth() - 2 * PADDING, getHeight() - 2 * PADDING);
    corner.resizeRelocate(getWidth() - CORNER, getHeight() - CORNER, CORNER, CORNER);
  }
}
