package studio.backprop.ui.inside.lens.sheet;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCombination;
import studio.backprop.run.Run;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Motion;

/** Button that replays a node from the first recorded step to the present, by running each step again. */
public final class WatchForm extends Button {
  private static final int PICTURES = 40;

  private final LensModel model;
  private final Timeline clock;
  private long wanted;
  private long newest;
  private long stride = 1;

  public WatchForm(LensDesk desk) {
    super(null, Icon.RECENT.view());
    this.model = desk.model();
    clock = new Timeline(new KeyFrame(Motion.CELL, event -> tick()));
    clock.setCycleCount(Animation.INDEFINITE);
    setId("watch-form");
    textProperty().bind(desk.lang().bind("lens.watch"));
    desk.hints().explain(this, KeyCombination.valueOf("W"), "lens.watch.help");
    setOnAction(event -> toggle());
  }

  /** Enabled while there is a recorded past. */
  public void refresh() {
    Run run = model.run().runProperty().get();
    setDisable(run == null || !run.checkpointLog().available() || run.checkpointLog().newest() <= run.checkpointLog().first());
  }

  /** Starts the replay, or returns to the present. */
  public void toggle() {
    if (isDisabled()) {
      return;
    }
    if (clock.getStatus() == Animation.Status.RUNNING) {
      stop();
      model.run().past().leave();
      return;
    }
    Run run = model.run().runProperty().get();
    newest = run.checkpointLog().newest();
    wanted = run.checkpointLog().first();
    stride = Math.max(1, (newest - wanted) / PICTURES);
    model.run().past().goTo(wanted);
    clock.play();
    setGraphic(Icon.STOP.view());
  }

  /** Goes on once the picture of the last step is there. */
  private void tick() {
    if (model.run().playing() || model.run().past().trouble().isPresent()) {
      stop();
      return;
    }
    if (model.run().past().present() && model.step() != wanted) {
      return;
    }
    wanted += stride;
    if (wanted >= newest) {
      stop();
      model.run().past().leave();
    } else {
      model.run().past().goTo(wanted);
    }
  }

  public void stop() {
    clock.stop();
    setGraphic(Icon.RECENT.view());
  }
}
