package studio.backprop.ui.watch.time;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import studio.backprop.run.time.Perturbation;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.watch.time.Bookmarks.Bookmark;
import studio.backprop.ui.workspace.run.Branch;
import studio.backprop.ui.workspace.run.PushCaption;

/** Timeline of all steps with a row per branch: a knob at the shown step, flags at bookmarks, pale after the shown step. */
final class Timeline extends StackPane {
  private static final double NEAR_FLAG = 6;

  private final TimeModel model;
  private final Lang lang;
  private final BranchTexts words;
  private final TimelineRows rows;
  private final TimelinePainter painter;
  private final Painting painting;
  private final Readout readout = new Readout();
  private final ReadOnlyBooleanWrapper several = new ReadOnlyBooleanWrapper(this, "several");
  private int shownRows;

  Timeline(TimeModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.words = new BranchTexts(lang);
    this.rows = new TimelineRows(model);
    this.painter = new TimelinePainter(model, rows, lang, theme);
    this.painting = new Painting(painter::paint);
    getStyleClass().addAll("timeline", "focus-frame");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    getChildren().addAll(painting, readout);
    setOnMousePressed(event -> press(event));
    setOnMouseDragged(this::drag);
    setOnMouseMoved(event -> point(event.getX(), event.getY()));
    setOnMouseEntered(event -> model.prepare());
    setOnMouseExited(event -> readout.hide());
    setOnKeyPressed(this::press);
    model.changesProperty().subscribe(this::show);
    model.branches().all().addListener((ListChangeListener<Branch>) change -> show());
    theme.themeProperty().subscribe(painting::repaint);
    lang.textsProperty().subscribe(painting::repaint);
  }

  /** Whether there is more than one row. */
  ReadOnlyBooleanProperty severalProperty() {
    return several.getReadOnlyProperty();
  }

  private void show() {
    rows.look();
    int count = Math.max(1, rows.rows().size());
    if (count != shownRows) {
      shownRows = count;
      several.set(count > 1);
      double height = TimelinePainter.height(count);
      setMinHeight(height);
      setMaxHeight(height);
    }
    painting.repaint();
  }

  private void press(MouseEvent event) {
    Optional<Bookmark> flag = flagAt(event.getX(), event.getY());
    requestFocus();
    if (flag.isPresent()) {
      model.goTo(flag.get().step());
      event.consume();
    } else if (!painter.names(event.getX())) {
      drag(event);
    }
  }

  private void drag(MouseEvent event) {
    readout.hide();
    model.goTo(rows.stepAt(event.getX()));
    event.consume();
  }

  /** Tooltip of a flag, or the name of a branch that may be truncated. */
  private void point(double x, double y) {
    Optional<Bookmark> flag = flagAt(x, y);
    Optional<Branch> named = painter.names(x) ? rows.at(TimelinePainter.rowAt(y)) : Optional.empty();
    if (flag.isPresent()) {
      readout.showAt(rows.x(flag.get().step()), y, getWidth(), getHeight(),
          lang.say(flag.get().said(model.said(flag.get().step()), lang.numbers())));
    } else if (pushAt(x, y).isPresent()) {
      Perturbation push = pushAt(x, y).get();
      readout.showAt(rows.x(push.step()), y, getWidth(), getHeight(), PushCaption.said(push, lang));
    } else if (named.isPresent()) {
      readout.showAt(0, y, getWidth(), getHeight(), lang.say("branch.whole", words.lettered(named.get()), words.origin(named.get())));
    } else {
      readout.hide();
    }
    setCursor(named.isPresent() ? Cursor.DEFAULT : null);
  }

  private Optional<Bookmark> flagAt(double x, double y) {
    return y > TimelinePainter.FLAGS ? Optional.empty()
        : model.bookmarks().allProperty().get().stream().filter(mark -> Math.abs(rows.x(mark.step()) - x) <= NEAR_FLAG).findFirst();
  }

  private Optional<Perturbation> pushAt(double x, double y) {
    return y > TimelinePainter.FLAGS ? Optional.empty()
        : model.pushes().stream().filter(push -> Math.abs(rows.x(push.step()) - x) <= NEAR_FLAG).findFirst();
  }

  private void press(KeyEvent event) {
    KeyCode code = event.getCode();
    boolean known = code == KeyCode.LEFT || code == KeyCode.RIGHT || code == KeyCode.HOME || code == KeyCode.END;
    if (!known || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (code) {
      case HOME -> model.goTo(model.first());
      case END -> model.backToLive();
      default -> go(code == KeyCode.LEFT ? -1 : 1, event.isShiftDown());
    }
    event.consume();
  }

  private void go(int direction, boolean epoch) {
    if (epoch) {
      model.goEpoch(direction);
    } else {
      model.go(direction);
    }
  }
}
