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
 * Strongest path of a drawn example to its class: bands along the wires, from unit to unit between opened layers, as wide as the
 * contribution; outlines around the units. Bands lie below the nodes, outlines above.
 */
final class StrongestWayView extends Group {
  private static final double THINNEST = 2;
  private static final double WIDEST = 10;
  private static final double RIM = 1.5;
  /** Minimum width of a cell for an outline of its own, in px. */
  private static final double MIN_CELL = 3;

  private final CanvasDesk desk;
  private final Function<Subject, Optional<Box>> places;
  private final Group bands = new Group();
  private int usedBands;
  private int usedRims;

  /** @param places bounds of a number on the canvas, if visible */
  StrongestWayView(CanvasDesk desk, Function<Subject, Optional<Box>> places) {
    this.desk = desk;
    this.places = places;
    for (Group group : List.of(this, bands)) {
      group.setManaged(false);
      group.setMouseTransparent(true);
    }
    desk.focus().strongestWayProperty().subscribe(this::show);
  }

  /** Part below the nodes. */
  Group bands() {
    return bands;
  }

  /** Redraws after nodes have moved or values changed. */
  void show() {
    usedBands = 0;
    usedRims = 0;
    Lens lens = desk.model().lens();
    boolean wanted = desk.focus().strongestWayProperty().get() && (lens == Lens.ACTIVATIONS || lens == Lens.STRUCTURE);
    desk.run().snapshot().filter(snapshot -> wanted).flatMap(Snapshot::strongestWay).ifPresent(this::draw);
    hideFrom(bands, usedBands);
    hideFrom(this, usedRims);
  }

  /** Shapes are reused: new ones would need their styles resolved many times per second. */
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

  /** Outlines of units; nodes that do not show them singly, such as an image with one channel, have none. */
  private void rim(int node, Through through) {
    for (int unit : through.units()) {
      int first = unit * through.cells();
      Optional<Box> begin = places.apply(new Subject(node, null, first)).filter(StrongestWayView::seen);
      Optional<Box> end = places.apply(new Subject(node, null, first + through.cells() - 1)).filter(StrongestWayView::seen);
      Optional<Box> both = begin.isEmpty() || end.isEmpty() ? Optional.empty() : Box.around(List.of(begin.get(), end.get()));
      if (both.filter(box -> box.width() >= MIN_CELL).isPresent()) {
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
