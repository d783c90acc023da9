package studio.backprop.ui.window.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** Raises a toast where it would cover the list of problems or a problem card. */
final class ToastPlacement {
  private static final double GAP = 8;
  private static final List<String> KEPT = List.of(".problem-card", ".analyser");

  private final Node toast;
  private final Parent under;
  private final Runnable place = this::place;
  private Scene heard;

  ToastPlacement(Node toast, Parent under) {
    this.toast = toast;
    this.under = under;
    toast.visibleProperty().subscribe(this::follow);
    toast.sceneProperty().subscribe(this::follow);
  }

  /** Only while visible. */
  private void follow() {
    Scene wanted = toast.isVisible() ? toast.getScene() : null;
    if (wanted != heard) {
      Optional.ofNullable(heard).ifPresent(scene -> scene.removePostLayoutPulseListener(place));
      heard = wanted;
      Optional.ofNullable(heard).ifPresent(scene -> scene.addPostLayoutPulseListener(place));
    }
  }

  private void place() {
    Bounds now = toast.localToScene(toast.getLayoutBounds());
    Bounds low = new BoundingBox(now.getMinX(), now.getMinY() - toast.getTranslateY(), now.getWidth(), now.getHeight());
    List<Bounds> kept = new ArrayList<>();
    for (String style : KEPT) {
      under.lookupAll(style).stream().filter(ToastPlacement::isSeen).forEach(node -> kept.add(node.localToScene(node.getLayoutBounds())));
    }
    toast.setTranslateY(-rise(low, kept));
  }

  private static boolean isSeen(Node node) {
    return node == null || node.isVisible() && isSeen(node.getParent());
  }

  /** Distance by which to raise the toast; 0 if it would leave the window. */
  static double rise(Bounds toast, List<Bounds> kept) {
    double rise = 0;
    for (Optional<Bounds> touched = touched(toast, rise, kept); touched.isPresent(); touched = touched(toast, rise, kept)) {
      rise = Math.ceil(toast.getMaxY() - touched.get().getMinY() + GAP);
    }
    return toast.getMinY() - rise < GAP ? 0 : rise;
  }

  private static Optional<Bounds> touched(Bounds toast, double rise, List<Bounds> kept) {
    Bounds moved = new BoundingBox(toast.getMinX(), toast.getMinY() - rise, toast.getWidth(), toast.getHeight());
    return kept.stream().filter(moved::intersects).findFirst();
  }
}
