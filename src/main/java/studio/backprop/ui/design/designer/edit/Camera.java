package studio.backprop.ui.design.designer.edit;

import java.util.List;
import java.util.stream.DoubleStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/** View transform of the canvas: screen = canvas · zoom + offset. */
public final class Camera {
  static final double MIN_ZOOM = 0.1;
  static final double MAX_ZOOM = 3;
  private static final double[] STOPS = {0.1, 0.15, 0.2, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2, 2.5, 3};
  private static final double CLOSE = 1e-3;
  private static final double MARGIN = 12;

  private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(this, "zoom", 1);
  private final ReadOnlyDoubleWrapper offsetX = new ReadOnlyDoubleWrapper(this, "offsetX");
  private final ReadOnlyDoubleWrapper offsetY = new ReadOnlyDoubleWrapper(this, "offsetY");
  private final ReadOnlyBooleanWrapper flying = new ReadOnlyBooleanWrapper(this, "flying");
  /** Maximum zoom of a fitted network in presentation mode. */
  private static final double LARGEST_PRESENTED = 1.6;
  /** Share of the free height left above, since labels stand below nodes. */
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

  /** True during a change that is to be animated. */
  public ReadOnlyBooleanProperty flyingProperty() {
    return flying.getReadOnlyProperty();
  }

  /** Runs a change of the view with an animation. */
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

  /** Sets the part of the view, in screen px, that no bar covers; fitting uses it. */
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

  public void zoomTo(double wanted, double screenX, double screenY) {
    double x = canvasX(screenX);
    double y = canvasY(screenY);
    zoom.set(Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, wanted)));
    offsetX.set(screenX - x * zoom.get());
    offsetY.set(screenY - y * zoom.get());
  }

  public void zoomBy(double factor, double screenX, double screenY) {
    zoomTo(zoom.get() * factor, screenX, screenY);
  }

  /** Visible part of the canvas. */
  public Box seen() {
    return new Box(canvasX(window.x()), canvasY(window.y()), window.width() / zoom.get(), window.height() / zoom.get());
  }

  /** Centres a canvas point in the window. */
  public void center(double x, double y) {
    offsetX.set(window.centerX() - x * zoom.get());
    offsetY.set(window.centerY() - y * zoom.get());
  }

  /** Animated zoom to the next larger preset, around the middle. */
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

  /** Presentation mode: fits into the middle, and enlarges small networks. */
  public void present(boolean wanted) {
    presented = wanted;
  }

  public boolean presented() {
    return presented;
  }

  /** Fits a box without enlarging it, a little above the middle; in presentation mode in the middle. */
  void fit(Box box) {
    zoom.set(zoomToFit(box));
    offsetX.set(window.x() + Math.max(MARGIN, (window.width() - box.width() * zoom.get()) / 2) - box.x() * zoom.get());
    offsetY.set(window.y() + Math.max(MARGIN, (window.height() - box.height() * zoom.get()) * (presented ? 0.5 : ABOVE)) - box.y()
        * zoom.get());
    fitted = place();
  }

  /** Initial view. */
  void reset() {
    zoom.set(1);
    offsetX.set(0);
    offsetY.set(0);
    fitted = place();
  }

  /** Zoom at which a box fits into the window, at most 1 outside presentation mode. */
  double zoomToFit(Box box) {
    double wanted = Math.min((window.width() - 2 * MARGIN) / box.width(), (window.height() - 2 * MARGIN) / box.height());
    return Math.max(MIN_ZOOM, Math.min(presented ? LARGEST_PRESENTED : 1, wanted));
  }

  boolean sees(Box box) {
    Box shown = onScreen(box);
    return window.x() <= shown.x() && shown.right() <= window.right() && window.y() <= shown.y() && shown.bottom() <= window.bottom();
  }

  /** Whether the view is unchanged since the last fit. */
  public boolean untouched() {
    return fitted.equals(place());
  }

  /** Returns an action that restores the current view. */
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

  /** Pans by the minimum that makes a box visible. */
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
