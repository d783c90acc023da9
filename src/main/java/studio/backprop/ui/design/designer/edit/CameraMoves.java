package studio.backprop.ui.design.designer.edit;

import java.util.List;
import studio.backprop.network.Node;

/** Camera moves to the whole network or to a node. */
public final class CameraMoves {
  /** Zoom below which nodes show less. */
  private static final double READABLE = 0.6;

  private final CanvasState canvas;
  private final Camera camera;
  private final CanvasPlaces places;

  CameraMoves(CanvasState canvas, CanvasPlaces places) {
    this.canvas = canvas;
    this.camera = canvas.camera();
    this.places = places;
  }

  /** Animated fit of the whole network. */
  void showAll() {
    camera.fly(this::fit);
  }

  /** Does so only if a part of it is not visible. */
  public void showAllIfHidden() {
    if (!canvas.network().nodes().isEmpty() && !camera.sees(places.all())) {
      showAll();
    }
  }

  /**
   * Does so if some of the nodes just added are not visible.
   *
   * @return whether it does
   */
  boolean showAllIfHidden(List<Integer> built) {
    boolean hidden = built.size() > 1 && built.stream().map(canvas.network()::node).map(places::box).anyMatch(box -> !camera.sees(box));
    if (hidden) {
      showAll();
    }
    return hidden;
  }

  /** Fits the whole network without animation. */
  void fit() {
    if (canvas.network().nodes().isEmpty() && canvas.network().marks().isEmpty()) {
      camera.reset();
    } else {
      camera.fit(places.all());
    }
  }

  /** Zooms in on the next node of the data flow, or the previous one, and selects it, for presentations. */
  public void comeClose(int by) {
    List<Integer> order = canvas.analysis().order().stream().map(Node::id).toList();
    if (!order.isEmpty()) {
      int at = canvas.document().selectedNode().map(order::indexOf).orElse(by > 0 ? -1 : order.size());
      int node = order.get(Math.max(0, Math.min(order.size() - 1, at + by)));
      canvas.selection().select(node);
      camera.fly(() -> camera.fit(places.box(canvas.network().node(node))));
    }
  }

  /** Makes the selected nodes visible. */
  void revealSelection() {
    List<Box> boxes = canvas.selection().nodes().stream().map(canvas.network()::node).map(places::box).toList();
    Box.around(boxes).ifPresent(box -> camera.fly(camera.untouched() ? this::fit : () -> camera.reveal(box)));
  }

  /** Makes a node visible: by a fit, if the view was not changed by the user and stays readable, otherwise by panning. */
  public void reveal(int node) {
    Box box = places.box(canvas.network().node(node));
    boolean refits = !camera.sees(box) && camera.untouched() && camera.zoomToFit(places.all()) >= READABLE;
    camera.fly(refits ? this::fit : () -> camera.reveal(box));
  }
}
