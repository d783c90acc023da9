package studio.backprop.app;

import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import studio.backprop.ui.design.designer.DesignerView;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.learn.pad.PadModel;
import studio.backprop.ui.learn.pad.PadView;
import studio.backprop.ui.window.presenter.PresenterView;
import studio.backprop.ui.window.presenter.Tool;

/** Drawing pad of an image project, above every page and the presentation. Placed at the top of the canvas. */
final class PadRoom {
  private static final String KEY = "P";
  private static final String BEGIN = "Shift+P";
  /** Minimum distance to the canvas edge with room beside the pad, in px. */
  private static final double EDGE = 100;

  private final RoomContext at;
  private final DesignerView canvas;
  private final PresenterView presenter;
  private final PadModel model;
  private final PadView view;
  private final BooleanProperty lent = new SimpleBooleanProperty(this, "lent", true);

  PadRoom(RoomContext at, DesignerView canvas, PresenterView presenter) {
    this.at = at;
    this.canvas = canvas;
    this.presenter = presenter;
    model = new PadModel(at.document(), at.run(), at.pulse());
    view = new PadView(model, at.lang(), at.hints(), at.theme());
    BooleanBinding offered = model.possibleProperty().and(lent);
    at.frame().addOver(view);
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::passOn);
    canvas.onDraw(KeyCombination.valueOf(KEY), offered, model::toggle);
    at.shell().offerWhilePossible(List.of(
        Command.of("command.pad", Command.Group.VIEW, Icon.RENAME, KEY, model::toggle).when(offered),
        Command.of("command.pad.begin", Command.Group.VIEW, Icon.PICTURE, BEGIN, this::begin).when(offered)));
    presenter.hearFirst(key -> { // before its tool with the same letter
      boolean mine = offered.get() && KeyCombination.valueOf(BEGIN).match(key);
      if (mine) {
        begin();
      }
      return mine;
    });
    presenter.offer(new Tool("pad", Icon.PICTURE, KeyCode.P, model.openProperty(), offered));
    model.openProperty().subscribe((before, now) -> show());
    at.shell().parentProperty().subscribe((before, now) -> show());
    presenter.standAside(view);
    presenter.presentingProperty().subscribe((before, now) -> move(now));
    for (ObservableValue<?> room : List.of(view.visibleProperty(), view.layoutXProperty(), view.widthProperty(), view.pressedProperty(),
        canvas.widthProperty(), presenter.presentingProperty())) {
      room.subscribe(this::makeRoom);
    }
  }

  PadModel model() {
    return model;
  }

  /**
   * Shows or hides it for a step of a lesson.
   *
   * @param offered whether the user can toggle it: it could reveal a prediction
   */
  void lend(boolean there, boolean offered) {
    lent.set(offered);
    model.openProperty().set(there);
  }

  /** Whether the examples are images. */
  boolean possible() {
    return model.possibleProperty().get();
  }

  /** Number of predicted drawings. */
  long predictions() {
    return model.answers();
  }

  /** Opens the pad and draws continuously until the result is run. */
  Runnable scribble() {
    model.openProperty().set(true);
    Subscription drawing = at.pulse().subscribe(new Scribble(model)::move);
    return () -> {
      drawing.unsubscribe();
      model.clear();
      model.openProperty().set(false);
    };
  }

  /** Opens the pad with the selected example. */
  private void begin() {
    model.openProperty().set(true);
    model.pixels().begin();
  }

  /** Hidden on the start screen. */
  private void show() {
    boolean wanted = model.openProperty().get() && at.shell().getParent() != null;
    if (wanted && !view.isVisible()) {
      view.open();
    } else if (!wanted && view.isVisible()) {
      boolean focused = view.isFocusWithin();
      view.setVisible(false);
      if (focused && !presenter.presentingProperty().getValue()) {
        canvas.takeKeys();
      }
    }
  }

  /** Moves the network beside the pad while that lies over the canvas's right edge; not during a drag or stroke. */
  private void makeRoom() {
    if (!view.isPressed()) {
      Bounds network = canvas.localToScene(canvas.getLayoutBounds());
      Bounds pad = view.localToScene(view.getLayoutBounds());
      boolean over = view.isVisible() && !presenter.presentingProperty().getValue() && pad.getMaxX() >= network.getMaxX() - EDGE
          && pad.getWidth() < network.getWidth() / 2;
      canvas.leaveAtRight(over ? Math.max(0, network.getMaxX() - pad.getMinX()) : 0);
    }
  }

  private void move(boolean presented) {
    if (!presented && !at.frame().isOver(view)) {
      at.frame().addOver(view);
    }
    view.present(presented);
  }

  /** Global shortcuts work on the pad. */
  private void passOn(KeyEvent key) {
    if (!key.isConsumed() && key.getCode() != KeyCode.TAB && !presenter.presentingProperty().getValue()) {
      at.frame().hear(key);
      key.consume();
    }
  }

  void close() {
    model.close();
  }
}
