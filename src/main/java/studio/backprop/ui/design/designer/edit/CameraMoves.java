package studio.backprop.ui.design.designer.edit;

import java.util.List;
import studio.backprop.network.Node;

/** Where the camera goes: to see the whole network, or a part of it that a person should see now. */
public final class CameraMoves {
  /** The zoom below which nodes show less. */
  private static final double READABLE = 0.6;

  private final CanvasState canvas;
  private final Camera camera;
  private final CanvasPlaces places;

  CameraMoves(CanvasState canvas, CanvasPlaces places) {
    this.canvas = canvas;
    this.camera = canvas.camera();
    this.places = places;
  }

  /** Flies to where the whole network is in sight. */
  void showAll() {
    camera.fly(this::fit);
  }

  /** Flies there only if a part of it is out of sight. */
  public void showAllIfHidden() {
    if (!canvas.network().nodes().isEmpty() && !camera.sees(places.all())) {
      showAll();
    }
  }

  /** Flies there if some of several nodes that were built at once are out of sight. @return whether it does */
  boolean showAllIfHidden(List<Integer> built) {
    boolean hidden = built.size() > 1 && built.stream().map(canvas.network()::node).map(places::box).anyMatch(box -> !camera.sees(box));
    if (hidden) {
      showAll();
    }
    return hidden;
  }

  /** Shows the whole network at once. */
  void fit() {
    if (canvas.network().nodes().isEmpty() && canvas.network().marks().isEmpty()) {
      camera.reset();
    } else {
      camera.fit(places.all());
    }
  }

  /** Comes close to the next node along the flow of the data, or to the one before, and selects it: the way of a presentation. */
  public void comeClose(int by) {
    List<Integer> order = canvas.analysis().order().stream().map(Node::id).toList();
    if (!order.isEmpty()) {
      int at = canvas.document().selectedNode().map(order::indexOf).orElse(by > 0 ? -1 : order.size());
      int node = order.get(Math.max(0, Math.min(order.size() - 1, at + by)));
      canvas.selection().select(node);
      camera.fly(() -> camera.fit(places.box(canvas.network().node(node))));
    }
  }

  /** Brings the selected nodes into sight. */
  void revealSelection() {
    List<Box> boxes = canvas.selection().nodes().stream().map(canvas.network()::node).map(places::box).toList();
    Box.around(boxes).ifPresent(box -> camera.fly(camera.untouched() ? this::fit : () -> camera.reveal(box)));
  }

  /** Brings a node into sight: by fitting all, if the view was not changed by the user and stays readable, else by panning. */
  public void reveal(int node) {
    Box box = places.box(canvas.network().node(node));
    boolean refits = !camera.sees(box) && camera.untouched() && camera.zoomToFit(places.all()) >= READABLE;
    camera.fly(refits ? this::fit : () -> camera.reveal(box));
  }
}
