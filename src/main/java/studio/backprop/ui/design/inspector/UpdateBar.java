package studio.backprop.ui.design.inspector;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import studio.backprop.ui.kit.Numbers;

/** Logarithmic gauge of the update ratio, from far too small to far too large. */
final class UpdateBar extends Region {
  private static final int FIRST = -5;
  private static final int LAST = -1;
  private static final double BAR = 8;
  private static final double TOP = 6;
  private static final double MARKER = 10;

  private final DoubleProperty ratio = new SimpleDoubleProperty(this, "ratio", Double.NaN);
  private final List<Region> zones = List.of(zone("small"), zone("healthy"), zone("large"));
  private final List<Label> ticks = IntStream.rangeClosed(FIRST, LAST).mapToObj(UpdateBar::tick).toList();
  private final Region marker = zone("marker");

  UpdateBar() {
    getStyleClass().add("update-bar");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getChildren().addAll(zones);
    getChildren().addAll(ticks);
    getChildren().add(marker);
    ratio.subscribe(now -> requestLayout());
  }

  /** ‖Δw‖ ÷ ‖w‖; NaN hides the marker. */
  DoubleProperty ratioProperty() {
    return ratio;
  }

  private static Region zone(String style) {
    Region zone = new Region();
    zone.getStyleClass().add(style);
    return zone;
  }

  private static Label tick(int exponent) {
    Label tick = new Label("10" + Numbers.raised(exponent));
    tick.getStyleClass().add("tick");
    return tick;
  }

  @Override
  protected void layoutChildren() {
    double[] edges = {FIRST, Math.log10(UpdateSize.MIN_NORMAL), Math.log10(UpdateSize.MAX_NORMAL), LAST};
    for (int z = 0; z < zones.size(); z++) {
      double from = snapPositionX(place(edges[z]));
      zones.get(z).resizeRelocate(from, TOP, snapPositionX(place(edges[z + 1])) - from, BAR);
    }
    for (int t = 0; t < ticks.size(); t++) {
      Label tick = ticks.get(t);
      tick.autosize();
      double centred = place(FIRST + t) - tick.getWidth() / 2;
      tick.relocate(Math.max(0, Math.min(getWidth() - tick.getWidth(), centred)), TOP + BAR + 4);
    }
    marker.setVisible(ratio.get() > 0);
    double at = place(Math.max(FIRST, Math.min(LAST, Math.log10(ratio.get()))));
    marker.resizeRelocate(Double.isNaN(at) ? 0 : at - MARKER / 2, 0, MARKER, TOP + BAR + 2);
  }

  private double place(double exponent) {
    return (exponent - FIRST) / (LAST - FIRST) * getWidth();
  }

  @Override
  protected double computePrefHeight(double width) {
    return TOP + BAR + 4 + ticks.get(0).prefHeight(-1);
  }
}
