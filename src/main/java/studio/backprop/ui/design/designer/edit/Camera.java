package studio.backprop.ui.design.designer.edit;

import java.util.List;
import java.util.stream.DoubleStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/** Which part of the canvas is seen, and how large: screen = canvas · zoom + offset. */
public final class Camera {
  static final double LEAST = 0.1;
  static final double MOST = 3;
  private static final double[] STOPS = {0.1, 0.15, 0.2, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2, 2.5, 3};
  private static final double CLOSE = 1e-3;
  private static final double MARGIN = 12;

  private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(this, "zoom", 1);
  private final ReadOnlyDoubleWrapper offsetX = new ReadOnlyDoubleWrapper(this, "offsetX");
  private final ReadOnlyDoubleWrapper offsetY = new ReadOnlyDoubleWrapper(this, "offsetY");
  private final ReadOnlyBooleanWrapper flying = new ReadOnlyBooleanWrapper(this, "flying");
  /** Where it is presented, a small network may be drawn larger than it is. */
  private static final double LARGEST_PRESENTED = 1.6;
  /** The part of the free height that is left above: what is said of a node stands under it. */
  private static final double ABOVE = 1.0 / 3;

  private Box window = new Box(0, 0, 0, 0);
  private List<Double> fitted = List.of();
  private boolean presented;

  public ReadOnlyDoubleProperty zoomProperty() {
    return zoom.getReadOnlyProperty();
  }

  public ReadOnlyDoubleProperty offsetXProperty() {
    return offsetX.getReadOnlyProperty();
  }

  public ReadOnlyDoubleProperty offsetYProperty() {
    return offsetY.getReadOnlyProperty();
  }

  /** True while a change is made that the view should follow in one smooth movement. */
  public ReadOnlyBooleanProperty flyingProperty() {
    return flying.getReadOnlyProperty();
  }

  /** Makes a change that jumps, but is shown as a flight. */
  public void fly(Runnable change) {
    flying.set(true);
    change.run();
    flying.set(false);
  }

  public double zoom() {
    return zoom.get();
  }

  public double canvasX(double screenX) {
    return (screenX - offsetX.get()) / zoom.get();
  }

  public double canvasY(double screenY) {
    return (screenY - offsetY.get()) / zoom.get();
  }

  public double screenX(double canvasX) {
    return canvasX * zoom.get() + offsetX.get();
  }

  public double screenY(double canvasY) {
    return canvasY * zoom.get() + offsetY.get();
  }

  public Box onScreen(Box box) {
    double scale = zoom.get();
    return new Box(box.x() * scale + offsetX.get(), box.y() * scale + offsetY.get(), box.width() * scale, box.height() * scale);
  }

  /** The part of the view, in screen px, that no bar covers: what fits, fits into it. */
  public void setWindow(Box free) {
    window = free;
  }

  public Box window() {
    return window;
  }

  public void pan(double dx, double dy) {
    offsetX.set(offsetX.get() + dx);
    offsetY.set(offsetY.get() + dy);
  }

  /** Zooms so that the point under the pointer stays there. */
  public void zoomTo(double wanted, double screenX, double screenY) {
    double x = canvasX(screenX);
    double y = canvasY(screenY);
    zoom.set(Math.max(LEAST, Math.min(MOST, wanted)));
    offsetX.set(screenX - x * zoom.get());
    offsetY.set(screenY - y * zoom.get());
  }

  public void zoomBy(double factor, double screenX, double screenY) {
    zoomTo(zoom.get() * factor, screenX, screenY);
  }

  /** The part of the canvas in the window. */
  public Box seen() {
    return new Box(canvasX(window.x()), canvasY(window.y()), window.width() / zoom.get(), window.height() / zoom.get());
  }

  /** Brings a place of the canvas into the middle of the window. */
  public void center(double x, double y) {
    offsetX.set(window.centerX() - x * zoom.get());
    offsetY.set(window.centerY() - y * zoom.get());
  }

  /** Flies to the next larger of the usual sizes, about the middle. */
  public void zoomIn() {
    DoubleStream.of(STOPS).filter(stop -> stop > zoom.get() + CLOSE).findFirst().ifPresent(this::flyTo);
  }

  public void zoomOut() {
    DoubleStream.of(STOPS).filter(stop -> stop < zoom.get() - CLOSE).max().ifPresent(this::flyTo);
  }

  public void actualSize() {
    flyTo(1);
  }

  private void flyTo(double wanted) {
    fly(() -> zoomTo(wanted, window.centerX(), window.centerY()));
  }

  /** Fits from now on as for a class: into the middle, and a small network larger than it is. */
  public void present(boolean wanted) {
    presented = wanted;
  }

  /** Whether it is presented. */
  public boolean presented() {
    return presented;
  }

  /** Shows all of a box, not larger than it is, a little above the middle; presented, in the middle. */
  void fit(Box box) {
    zoom.set(zoomToFit(box));
    offsetX.set(window.x() + Math.max(MARGIN, (window.width() - box.width() * zoom.get()) / 2) - box.x() * zoom.get());
    offsetY.set(window.y() + Math.max(MARGIN, (window.height() - box.height() * zoom.get()) * (presented ? 0.5 : ABOVE)) - box.y()
        * zoom.get());
    fitted = place();
  }

  /** As it is before anything is drawn. */
  void reset() {
    zoom.set(1);
    offsetX.set(0);
    offsetY.set(0);
    fitted = place();
  }

  /** The zoom, at most 1 unless it is presented, at which a box fits into the window. */
  double zoomToFit(Box box) {
    double wanted = Math.min((window.width() - 2 * MARGIN) / box.width(), (window.height() - 2 * MARGIN) / box.height());
    return Math.max(LEAST, Math.min(presented ? LARGEST_PRESENTED : 1, wanted));
  }

  boolean sees(Box box) {
    Box shown = onScreen(box);
    return window.x() <= shown.x() && shown.right() <= window.right() && window.y() <= shown.y() && shown.bottom() <= window.bottom();
  }

  /** Whether the view is unchanged since the network was last fitted. */
  public boolean untouched() {
    return fitted.equals(place());
  }

  /** Comes back to what is seen now. */
  public Runnable keep() {
    List<Double> now = place();
    boolean untouched = untouched();
    return () -> {
      zoom.set(now.get(0));
      offsetX.set(now.get(1));
      offsetY.set(now.get(2));
      fitted = untouched ? now : fitted;
    };
  }

  private List<Double> place() {
    return List.of(zoom.get(), offsetX.get(), offsetY.get());
  }

  /** Pans just as far as it takes to have a box in sight. */
  void reveal(Box box) {
    Box shown = onScreen(box);
    pan(shift(shown.x(), shown.right(), window.x() + MARGIN, window.right() - MARGIN),
        shift(shown.y(), shown.bottom(), window.y() + MARGIN, window.bottom() - MARGIN));
  }

  private static double shift(double from, double to, double least, double most) {
    if (from < least) {
      return least - from;
    }
    return to > most ? Math.max(most - to, least - from) : 0;
  }
}
