package studio.backprop.ui.inside.lens.recurrent;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Motion;

/** Animation of backpropagation through time, step by step, with its controls. */
final class WalkBack extends HBox {
  /** The gradient has arrived everywhere. */
  static final double ARRIVED = Double.POSITIVE_INFINITY;

  private final LensDesk desk;
  private final Button play = new Button(null, Icon.PLAY.view());
  private final DoubleProperty reached = new SimpleDoubleProperty(this, "reached", ARRIVED);
  private Timeline walking = new Timeline();
  private int steps = 1;

  WalkBack(LensDesk desk) {
    this.desk = desk;
    getStyleClass().add("pair");
    play.setId("walk-back");
    play.textProperty().bind(desk.lang().bind("lens.recurrent.walk"));
    desk.hints().explain(play, KeyCombination.valueOf("Space"), "lens.recurrent.walk.help");
    play.setOnAction(event -> toggle());
    getChildren().addAll(
        desk.arrow(Icon.STEP_BACK, "lens.recurrent.walk.further", () -> by(1)), play,
        desk.arrow(Icon.STEP, "lens.recurrent.walk.less", () -> by(-1)));
  }

  /** Number of steps that the gradient has passed; all of them without an animation. */
  double reached() {
    return reached.get();
  }

  /** Listens to the progress. */
  void onMove(Runnable moved) {
    reached.subscribe(moved);
  }

  void over(int count) {
    steps = Math.max(1, count);
  }

  /** Starts, resumes or pauses. */
  void toggle() {
    if (walking.getStatus() == Animation.Status.RUNNING) {
      walking.pause();
      play.setGraphic(Icon.PLAY.view());
    } else {
      walk(reached.get() >= steps ? 0 : reached.get());
    }
  }

  private void walk(double from) {
    walking.stop();
    reached.set(from);
    Interpolator way = desk.motion().reduced() ? Interpolator.DISCRETE : Interpolator.LINEAR;
    walking = new Timeline();
    for (int step = (int) Math.floor(from) + 1; step <= steps; step++) {
      walking.getKeyFrames().add(new KeyFrame(Motion.SWEEP.multiply(step - from), new KeyValue(reached, step, way)));
    }
    walking.setOnFinished(event -> arrive());
    walking.play();
    play.setGraphic(Icon.PAUSE.view());
  }

  /** Moves by whole steps, forth or back. */
  private void by(int places) {
    walking.stop();
    play.setGraphic(Icon.PLAY.view());
    double from = reached.get() > steps ? places > 0 ? -1 : steps + 1 : Math.floor(reached.get());
    double to = from + places;
    reached.set(to < 0 || to > steps ? ARRIVED : to);
  }

  /** Ends the animation. */
  void arrive() {
    walking.stop();
    play.setGraphic(Icon.PLAY.view());
    reached.set(ARRIVED);
  }
}
