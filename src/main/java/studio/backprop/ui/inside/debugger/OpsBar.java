package studio.backprop.ui.inside.debugger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.train.Cursor;
import studio.backprop.ui.kit.Motion;

/** All ops of a step in a row, coloured by phase: done, current and pending. A click jumps there, a drag scrubs through the step. */
final class OpsBar extends VBox {
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
  private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
  /** Above this number of cells there is no room for their numbers. */
  private static final int MAX_NUMBERS = 40;

  private final DebuggerDesk desk;
  private final HBox cells = new HBox();
  private final Region glide = new Region();
  private final List<Label> shown = new ArrayList<>();
  private List<Cursor> course = List.of();
  /** Op requested by a drag. */
  private int wanted;
  private double wantedX = Double.NaN;

  OpsBar(DebuggerDesk desk) {
    this.desk = desk;
    getStyleClass().add("ops");
    cells.getStyleClass().add("cells");
    glide.getStyleClass().add("glide");
    glide.setManaged(false);
    glide.setMouseTransparent(true);
    getChildren().addAll(cells, glide);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    cells.addEventHandler(MouseEvent.MOUSE_PRESSED, this::scrub);
    cells.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::scrub);
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    DebuggerModel model = desk.model();
    model.courseProperty().subscribe(this::lay);
    model.cursorProperty().subscribe(cursor -> mark());
    desk.lang().textsProperty().subscribe(now -> name());
  }

  private void press(KeyEvent event) {
    if (event.getCode() == KeyCode.HOME || event.getCode() == KeyCode.END) {
      desk.model().walk().goTo(event.getCode() == KeyCode.HOME ? 1 : Math.max(1, course.size() - 1));
      event.consume();
    }
  }

  /** A drag stops before the update, which would begin another step under the mouse. */
  private void scrub(MouseEvent event) {
    int last = event.getEventType() == MouseEvent.MOUSE_DRAGGED ? course.size() - 1 : course.size();
    int at = desk.model().cursorProperty().get().map(Cursor::number).orElse(0);
    for (int i = 0; i < last; i++) {
      boolean here = event.getX() >= shown.get(i).getLayoutX() && event.getX() <= shown.get(i).getLayoutX() + shown.get(i).getWidth();
      if (here && i + 1 != at && i + 1 != wanted) {
        wanted = i + 1;
        desk.model().walk().goTo(wanted);
      }
    }
  }

  private void lay(List<Cursor> now) {
    if (now.equals(course)) {
      return;
    }
    course = now;
    shown.clear();
    for (Cursor op : course) {
      Label cell = new Label(course.size() <= MAX_NUMBERS ? String.valueOf(op.number()) : "");
      cell.getStyleClass().addAll("cell", op.phase().name().toLowerCase(Locale.ROOT));
      cell.setMaxWidth(Double.MAX_VALUE);
      cell.setMinWidth(0);
      HBox.setHgrow(cell, Priority.ALWAYS);
      shown.add(cell);
    }
    cells.getChildren().setAll(shown);
    name();
  }

  private void name() {
    for (int i = 0; i < shown.size(); i++) {
      shown.get(i).setTooltip(new Tooltip(desk.title(course.get(i))));
    }
    mark();
  }

  /** The frame around the current op moves in one animation. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    int at = desk.model().walk().at();
    glide.setVisible(at > 0 && at <= shown.size());
    if (glide.isVisible()) {
      Label now = shown.get(at - 1);
      glide.resizeRelocate(0, cells.getLayoutY(), now.getWidth(), cells.getHeight());
      double there = cells.getLayoutX() + now.getLayoutX();
      if (there != wantedX) {
        wantedX = there;
        desk.motion().move(glide.translateXProperty(), there, Motion.CELL);
      }
    }
  }

  private void mark() {
    Optional<Cursor> cursor = desk.model().cursorProperty().get();
    int at = cursor.map(Cursor::number).orElse(0);
    wanted = at;
    for (int i = 0; i < shown.size(); i++) {
      shown.get(i).pseudoClassStateChanged(DONE, i + 1 < at);
      shown.get(i).pseudoClassStateChanged(NOW, i + 1 == at);
    }
    String coming = at < course.size() ? desk.lang().say("debugger.next", desk.title(course.get(at))) : "";
    requestLayout();
    setAccessibleText(cursor.map(now -> desk.lang().say("debugger.now", desk.title(now)) + " · " + coming).orElse(coming));
  }
}
