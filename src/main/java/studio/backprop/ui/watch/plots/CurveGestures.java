package studio.backprop.ui.watch.plots;

import java.util.OptionalDouble;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/**
 * Mouse and keyboard control of a curve. Hover reads values; the wheel zooms at the pointer, over the value axis or with Shift vertically;
 * dragging selects a range and, once zoomed or with Shift or the middle button, pans; Ctrl and dragging always selects a range; a double
 * click follows the run again. Left and right move the cursor, with Shift by ten places; up and down pan zoomed values, with Shift they
 * zoom them; plus and minus zoom at the cursor, Home follows the run, Escape removes the cursor.
 */
final class CurveGestures {
  private static final double WHEEL = 1.2;
  /** Minimum distance of a drag, in px. */
  private static final double LEAST_DRAG = 4;
  private static final int FAR = 10;
  /** Step of an arrow key, as a share of the visible values. */
  private static final double STEP = 0.1;

  private final CurveModel model;
  private final StepAxis axis;
  private final Region place;
  private final Region band = new Region();
  private Area area;
  private double start;
  private double last;
  private double lastY;
  private boolean moves;
  private boolean selects;

  /** @param place region of the curve and source of mouse events */
  CurveGestures(CurveModel model, Region place) {
    this.model = model;
    this.axis = model.axis();
    this.place = place;
    band.getStyleClass().add("range-band");
    band.setManaged(false);
    band.setMouseTransparent(true);
    band.setVisible(false);
    place.addEventHandler(MouseEvent.MOUSE_MOVED, this::look);
    place.addEventHandler(MouseEvent.MOUSE_EXITED, e -> axis.look(OptionalDouble.empty()));
    place.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    place.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    place.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    place.addEventHandler(ScrollEvent.SCROLL, this::scroll);
    place.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** Rectangle of the range being dragged. */
  Region band() {
    return band;
  }

  /** Sets the plotting area of the last drawing. */
  void drawn(Area now) {
    area = now;
  }

  private boolean ready() {
    return area != null && !model.isEmpty();
  }

  private void look(MouseEvent at) {
    boolean inside = ready() && area.contains(at.getX(), at.getY());
    axis.look(inside ? OptionalDouble.of(area.placeAt(at.getX())) : OptionalDouble.empty());
    place.setCursor(inside ? Cursor.CROSSHAIR : Cursor.DEFAULT);
  }

  private void press(MouseEvent at) {
    place.requestFocus();
    boolean primary = at.getButton() == MouseButton.PRIMARY;
    boolean hand = primary && !at.isShortcutDown() && (at.isShiftDown() || !model.following()) || at.getButton() == MouseButton.MIDDLE;
    boolean inside = ready() && area.contains(at.getX(), at.getY());
    moves = inside && hand;
    selects = inside && primary && !hand;
    start = at.getX();
    last = start;
    lastY = at.getY();
    if ((inside || overValues(at.getX(), at.getY())) && primary && at.getClickCount() == 2) {
      model.followAll();
    }
  }

  private void drag(MouseEvent at) {
    if (moves) {
      place.setCursor(Cursor.CLOSED_HAND);
      axis.pan((last - at.getX()) / area.width() * (area.to() - area.from()));
      last = at.getX();
      model.values().pan(seen(), area.logarithmic(), (at.getY() - lastY) / area.height());
      lastY = at.getY();
    } else if (selects) {
      double end = Math.max(area.left(), Math.min(area.right(), at.getX()));
      band.resizeRelocate(Math.min(start, end), area.top(), Math.abs(end - start), area.height());
      band.setVisible(true);
      axis.look(OptionalDouble.of(area.placeAt(end)));
    }
  }

  private void release(MouseEvent at) {
    if (selects && band.isVisible() && band.getWidth() >= LEAST_DRAG) {
      axis.select(area.placeAt(band.getLayoutX()), area.placeAt(band.getLayoutX() + band.getWidth()));
    }
    band.setVisible(false);
    moves = false;
    selects = false;
    place.setCursor(Cursor.DEFAULT);
  }

  private void scroll(ScrollEvent wheel) {
    if (!ready() || wheel.isInertia()) {
      return;
    }
    // with Shift, some systems scroll horizontally
    double turned = wheel.getDeltaY() != 0 || !wheel.isShiftDown() ? wheel.getDeltaY() : wheel.getDeltaX();
    if (turned != 0 && (wheel.isShiftDown() || overValues(wheel.getX(), wheel.getY()))) {
      zoomValues(wheel.getY(), turned > 0 ? 1 / WHEEL : WHEEL);
    } else if (wheel.getDeltaX() != 0) {
      axis.pan(-wheel.getDeltaX() / area.width() * (area.to() - area.from()));
    } else if (wheel.getDeltaY() != 0) {
      double x = Math.max(area.left(), Math.min(area.right(), wheel.getX()));
      axis.zoom(area.placeAt(x), wheel.getDeltaY() > 0 ? 1 / WHEEL : WHEEL);
    }
    wheel.consume();
  }

  /** Whether a position is over the labels of the value axis. */
  private boolean overValues(double x, double y) {
    return ready() && x < area.left() && y >= area.top() && y <= area.bottom();
  }

  private ValueRange seen() {
    return new ValueRange(area.low(), area.high());
  }

  private void zoomValues(double y, double factor) {
    double share = Math.max(0, Math.min(1, (area.bottom() - y) / area.height()));
    model.values().zoom(seen(), area.logarithmic(), share, factor);
  }

  private void key(KeyEvent key) {
    if (!ready() || key.isShortcutDown() || key.isAltDown()) {
      return;
    }
    int far = key.isShiftDown() ? FAR : 1;
    switch (key.getCode()) {
      case LEFT -> model.lines().moveCursor(-far);
      case RIGHT -> model.lines().moveCursor(far);
      case UP -> values(STEP, 1 / WHEEL, key.isShiftDown());
      case DOWN -> values(-STEP, WHEEL, key.isShiftDown());
      case PLUS, ADD, EQUALS -> axis.zoom(middle(), 1 / WHEEL);
      case MINUS, SUBTRACT -> axis.zoom(middle(), WHEEL);
      case HOME -> model.followAll();
      case ESCAPE -> {
        if (axis.cursor().isEmpty()) {
          return;
        }
        axis.look(OptionalDouble.empty());
      }
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void values(double by, double factor, boolean zooms) {
    if (zooms) {
      zoomValues((area.top() + area.bottom()) / 2, factor);
    } else {
      model.values().pan(seen(), area.logarithmic(), by);
    }
  }

  private double middle() {
    return axis.cursor().orElse((axis.from() + axis.to()) / 2);
  }
}
