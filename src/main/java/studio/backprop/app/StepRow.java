package studio.backprop.app;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Layout of slow motion and time machine below the canvas: one row in a narrow window; stacked in a wide one or with several branches. */
final class StepRow extends Pane {
  private static final double HEIGHT = 40;
  /** Fixed fraction of slow motion, so that changing numbers move nothing. */
  private static final double SLOW = 0.55;

  private final Region slow;
  private final Region time;
  private final ObservableValue<Boolean> narrow;
  private final ObservableValue<Boolean> several;
  private final Consumer<Boolean> compact;

  /** @param compact receives whether both share a row */
  StepRow(Region slow, Region time, ObservableValue<Boolean> narrow, ObservableValue<Boolean> several, Consumer<Boolean> compact) {
    this.compact = compact;
    this.slow = slow;
    this.time = time;
    this.narrow = narrow;
    this.several = several;
    getStyleClass().add("step-row");
    getChildren().addAll(slow, time);
    setMinHeight(USE_PREF_SIZE);
    narrow.subscribe(this::arrange);
    several.subscribe(this::arrange);
    slow.managedProperty().subscribe(this::arrange);
    time.managedProperty().subscribe(this::arrange);
  }

  private void arrange() {
    compact.accept(beside());
    requestLayout();
  }

  private boolean beside() {
    return narrow.getValue() && !several.getValue() && slow.isManaged() && time.isManaged();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return beside() ? HEIGHT : high(slow, width) + high(time, width);
  }

  private static double high(Region part, double width) {
    return part.isManaged() ? part.prefHeight(width) : 0;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    if (beside()) {
      double left = Math.rint(width * SLOW);
      slow.resizeRelocate(0, 0, left, HEIGHT);
      time.resizeRelocate(left, 0, width - left, HEIGHT);
    } else {
      slow.resizeRelocate(0, 0, width, high(slow, width));
      time.resizeRelocate(0, high(slow, width), width, high(time, width));
    }
  }
}
