package studio.backprop.ui.design.designer.edit;

import java.util.Map;
import javafx.animation.Animation;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Point2D;
import studio.backprop.ui.kit.Motion;

/** Animation of nodes moved by an edit or by undo, and of nodes that make room while a node is held over a wire. */
public final class Glide implements CanvasPlaces.Drift {
  private final Motion motion;
  private final DoubleProperty left = new SimpleDoubleProperty(this, "left");
  private Map<Integer, Point2D> ways = Map.of();
  private Animation movement;
  private final DoubleProperty parted = new SimpleDoubleProperty(this, "parted");
  private Shift parting = Shift.NONE;
  private Animation parts;
  private boolean apart;

  public Glide(Motion motion) {
    this.motion = motion;
  }

  /** Remaining share of the animation, 1 to 0. */
  public ReadOnlyDoubleProperty leftProperty() {
    return left;
  }

  /** @param begun current offsets of the nodes */
  public void begin(Map<Integer, Point2D> begun) {
    end();
    ways = begun;
    left.set(1);
    movement = motion.move(left, 0.0, Motion.NODE);
  }

  public void end() {
    if (movement != null) {
      movement.stop();
    }
    left.set(0);
    ways = Map.of();
    if (parts != null) {
      parts.stop();
    }
    apart = false;
    parted.set(0);
  }

  /** Progress of the nodes that make room, 0 to 1. */
  public ReadOnlyDoubleProperty partedProperty() {
    return parted;
  }

  /** Animates nodes to make room by a shift, or back for none. */
  public void part(Shift wanted) {
    if (wanted.far() == apart && (!apart || wanted.equals(parting))) {
      return;
    }
    apart = wanted.far();
    if (parts != null) {
      parts.stop();
    }
    if (apart) {
      parted.set(wanted.equals(parting) ? parted.get() : 0);
      parting = wanted;
    }
    parts = motion.move(parted, apart ? 1.0 : 0.0, Motion.NODE);
  }

  @Override
  public double dx(int node) {
    return ways.getOrDefault(node, Point2D.ZERO).getX() * left.get() + parting.dxOf(node) * parted.get();
  }

  @Override
  public double dy(int node) {
    return ways.getOrDefault(node, Point2D.ZERO).getY() * left.get();
  }
}
