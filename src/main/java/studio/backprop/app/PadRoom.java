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

/**
 * The pad beside an image project: over whatever room is shown, so that each of them shows the drawn example, and over the presentation.
 * It is found where the eye begins: at the top of the canvas, on which the network itself lies.
 */
final class PadRoom {
  private static final String KEY = "P";
  private static final String BEGIN = "Shift+P";
  /** Nearer to the edge of the canvas there is no room between it and the pad. */
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
    presenter.hearFirst(key -> { // before its tool, which has the same letter
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
   * Has it there or not, for a step of a lesson.
   *
   * @param offered whether a person may open and close it: where a step does not name it, it could tell what is to be predicted
   */
  void lend(boolean there, boolean offered) {
    lent.set(offered);
    model.openProperty().set(there);
  }

  /** Whether the examples are pictures. */
  boolean possible() {
    return model.possibleProperty().get();
  }

  /** How many drawings the network has predicted by now. */
  long predictions() {
    return model.answers();
  }

  /** Opens the pad and draws on it as a hand does, without a pause, until the answer is run. */
  Runnable scribble() {
    model.openProperty().set(true);
    Subscription drawing = at.pulse().subscribe(new Scribble(model)::move);
    return () -> {
      drawing.unsubscribe();
      model.clear();
      model.openProperty().set(false);
    };
  }

  /** Opens the pad with the chosen example on its paper. */
  private void begin() {
    model.openProperty().set(true);
    model.pixels().begin();
  }

  /** On the start screen there is nothing to draw for. */
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

  /** The network stands beside the pad, as long as that lies over the right edge of the canvas; not while it is dragged or drawn on. */
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

  /** The commands of the window can be given from the pad, too. */
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
