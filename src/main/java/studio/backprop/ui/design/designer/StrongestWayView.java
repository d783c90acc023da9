package studio.backprop.ui.design.designer;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Group;
import javafx.scene.shape.Rectangle;
import studio.backprop.derivation.Subject;
import studio.backprop.network.Wire;
import studio.backprop.observe.Snapshot;
import studio.backprop.observe.StrongestPath;
import studio.backprop.observe.StrongestPath.Through;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.design.designer.edit.WireCurve;
import studio.backprop.ui.design.designer.wire.WireLine;

/**
 * The strongest way of a drawn example to its class: bands along the wires, as wide as what goes through the units that are rimmed. Between
 * opened layers they lead from unit to unit. The bands lie under the nodes, the rims over them.
 */
final class StrongestWayView extends Group {
  private static final double THINNEST = 2;
  private static final double WIDEST = 10;
  private static final double RIM = 1.5;
  /** Of a smaller number no rim can be told from that of its neighbour. */
  private static final double LEAST = 3;

  private final CanvasDesk desk;
  private final Function<Subject, Optional<Box>> places;
  private final Group bands = new Group();
  private int usedBands;
  private int usedRims;

  /** @param places where a number stands on the canvas, if it is seen */
  StrongestWayView(CanvasDesk desk, Function<Subject, Optional<Box>> places) {
    this.desk = desk;
    this.places = places;
    for (Group group : List.of(this, bands)) {
      group.setManaged(false);
      group.setMouseTransparent(true);
    }
    desk.focus().strongestWayProperty().subscribe(this::show);
  }

  /** The part that lies under the nodes. */
  Group bands() {
    return bands;
  }

  /** Draws it anew, since nodes have moved or show other numbers. */
  void show() {
    usedBands = 0;
    usedRims = 0;
    Lens lens = desk.model().lens();
    boolean wanted = desk.focus().strongestWayProperty().get() && (lens == Lens.ACTIVATIONS || lens == Lens.STRUCTURE);
    desk.run().snapshot().filter(snapshot -> wanted).flatMap(Snapshot::strongestWay).ifPresent(this::draw);
    hideFrom(bands, usedBands);
    hideFrom(this, usedRims);
  }

  /** What is drawn is used again with the next numbers: new shapes would have to find their styles many times per second. */
  private static void hideFrom(Group group, int used) {
    for (int i = 0; i < group.getChildren().size(); i++) {
      group.getChildren().get(i).setVisible(i < used);
    }
  }

  private void draw(StrongestPath way) {
    WireRoute route = new WireRoute(desk.model(), desk.places());
    for (Wire wire : desk.model().network().wires()) {
      Optional<Through> from = way.through(wire.from());
      if (from.isPresent() && !desk.model().groups().hides(wire)) {
        draw(wire, from.get(), way.through(wire.to()), route);
      }
    }
    desk.model().network().nodes().forEach(node -> way.through(node.id()).ifPresent(through -> rim(node.id(), through)));
  }

  private void draw(Wire wire, Through from, Optional<Through> to, WireRoute route) {
    boolean open = desk.model().units().open(wire.from()) && desk.model().units().open(wire.to());
    if (!open || to.isEmpty()) {
      band(desk.places().curve(wire), from.share());
      return;
    }
    for (int a = 0; a < from.units().length; a++) {
      for (int b = 0; b < to.get().units().length; b++) {
        double strength = Math.sqrt(from.contributions()[a] * to.get().contributions()[b]);
        Subject first = new Subject(wire.from(), null, from.units()[a]);
        Subject second = new Subject(wire.to(), null, to.get().units()[b]);
        route.courses(first, second).forEach(course -> band(course, strength));
      }
    }
  }

  private void band(WireCurve course, double strength) {
    if (usedBands == bands.getChildren().size()) {
      bands.getChildren().add(new WireLine("strong-band"));
    }
    WireLine band = (WireLine) bands.getChildren().get(usedBands++);
    band.follow(course);
    band.setStrokeWidth(THINNEST + (WIDEST - THINNEST) * Math.max(0, Math.min(1, strength)));
  }

  private static boolean seen(Box number) {
    return number.width() > 0;
  }

  /** Around the units; what does not show them singly, such as an image with one channel, has none. */
  private void rim(int node, Through through) {
    for (int unit : through.units()) {
      int first = unit * through.cells();
      Optional<Box> begin = places.apply(new Subject(node, null, first)).filter(StrongestWayView::seen);
      Optional<Box> end = places.apply(new Subject(node, null, first + through.cells() - 1)).filter(StrongestWayView::seen);
      Optional<Box> both = begin.isEmpty() || end.isEmpty() ? Optional.empty() : Box.around(List.of(begin.get(), end.get()));
      if (both.filter(box -> box.width() >= LEAST).isPresent()) {
        Box all = both.get();
        place(nextRim(), all);
      }
    }
  }

  private Rectangle nextRim() {
    if (usedRims == getChildren().size()) {
      Rectangle rim = new Rectangle();
      rim.getStyleClass().add("strong-unit");
      getChildren().add(rim);
    }
    return (Rectangle) getChildren().get(usedRims++);
  }

  private static void place(Rectangle rim, Box around) {
    rim.setX(around.x() - RIM);
    rim.setY(around.y() - RIM);
    rim.setWidth(around.width() + 2 * RIM);
    rim.setHeight(around.height() + 2 * RIM);
  }
}
