package studio.backprop.ui.designer;

import java.util.Map;
import javafx.animation.Animation;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Point2D;
import studio.backprop.ui.kit.Motion;

/** Nodes on their way to where an edit has put them: tidied, aligned, pushed on by a new one, or brought back by undo. */
final class Glide implements Places.Drift {
  private final Motion motion;
  private final DoubleProperty left = new SimpleDoubleProperty(this, "left");
  private Map<Integer, Point2D> ways = Map.of();
  private Animation movement;

  Glide(Motion motion) {
    this.motion = motion;
  }

  /** The share of the way that is left, 1 to 0. */
  ReadOnlyDoubleProperty leftProperty() {
    return left;
  }

  /** @param begun how far each node is now from where it belongs */
  void begin(Map<Integer, Point2D> begun) {
    end();
    ways = begun;
    left.set(1);
    movement = motion.move(left, 0.0, Motion.NODE);
  }

  /** Everything is where it belongs. */
  void end() {
    if (movement != null) {
      movement.stop();
    }
    left.set(0);
    ways = Map.of();
  }

  @Override
  public double dx(int node) {
    return ways.getOrDefault(node, Point2D.ZERO).getX() * left.get();
  }

  @Override
  public double dy(int node) {
    return ways.getOrDefault(node, Point2D.ZERO).getY() * left.get();
  }
}
