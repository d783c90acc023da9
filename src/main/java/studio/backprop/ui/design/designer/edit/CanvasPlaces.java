package studio.backprop.ui.design.designer.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.NodeGroup;
import studio.backprop.network.Note;
import studio.backprop.network.Wire;

/** Visible positions of nodes, ports and wires in canvas px, including drags and animations. */
public final class CanvasPlaces {
  /** Height of the wire labels above a node. */
  public static final double ABOVE = 28;
  private static final double BELOW = 4;
  /** The same where there are none. */
  private static final double LITTLE_ABOVE = 8;
  /** Height of a wire above a node that it bypasses. */
  private static final double CLEARANCE = 44;
  private static final double HIGHEST = 800;
  /** Additional height for each further bypassed node, so that nested wires can be told apart. */
  private static final double RISE = 6;
  private static final double MAX_RISE = 60;

  /** Offset of a node from its place. */
  interface Drift {
    Drift NONE = new Drift() {
      @Override
      public double dx(int node) {
        return 0;
      }

      @Override
      public double dy(int node) {
        return 0;
      }
    };

    double dx(int node);

    double dy(int node);
  }

  private final CanvasState canvas;
  private final Groups groups;
  private final Units units;
  private final Drift drift;

  CanvasPlaces(CanvasState canvas, Groups groups, Units units) {
    this(canvas, groups, units, Drift.NONE);
  }

  private CanvasPlaces(CanvasState canvas, Groups groups, Units units, Drift drift) {
    this.canvas = canvas;
    this.groups = groups;
    this.units = units;
    this.drift = drift;
  }

  /** Positions with animated offsets. */
  public CanvasPlaces with(Drift wanted) {
    return new CanvasPlaces(canvas, groups, units, wanted);
  }

  private Network network() {
    return canvas.network();
  }

  /** Visible bounds of a node; for one in a folded group those of the group. */
  public Box box(Node node) {
    Groups.Corner corner = groups.corner(node.id());
    if (corner != null) {
      return moved(new Box(corner.x(), corner.y(), Anatomy.GROUP_WIDTH, height()), corner.first());
    }
    Box box = units.of(node.id()).map(column -> column.box(node))
        .orElseGet(() -> new Box(node.x(), node.y(), Anatomy.width(node.layer()), Anatomy.height(node.layer(), height())));
    Box place = moved(box, node.id());
    boolean environment = node.layer().isInput() && canvas.document().project().assignment().acts();
    double wider = environment ? Anatomy.ENVIRONMENT_WIDTH - box.width() : 0;
    return new Box(place.x() - wider, place.y(), place.width() + wider, place.height());
  }

  /** Bounds of a unit's tile on the canvas; empty for a closed node. */
  public Optional<Box> tile(Node node, int unit) {
    Box box = box(node);
    return units.of(node.id()).filter(column -> unit < column.units()).map(column -> column.tile(unit).moved(box.x(), box.y()));
  }

  private Box moved(Box box, int id) {
    Shift shift = canvas.hand().shift();
    double spread = spread();
    double further = spread == 1 ? 0 : (box.x() - pivot()) * (spread - 1);
    return box.moved(further + shift.dxOf(id) * spread + drift.dx(id), shift.dyOf(id) + drift.dy(id));
  }

  /** Height of closed nodes in px, apart from pictures. */
  double height() {
    return canvas.measures().height(canvas.lens());
  }

  /** Factor of horizontal distances from the first node; 1 while something is being placed. */
  public double spread() {
    return units.any() && !canvas.placing() ? canvas.measures().spread() : 1;
  }

  /** Leftmost x, which the distances are scaled from. */
  double pivot() {
    return network().nodes().stream().mapToDouble(Node::x).min().orElse(0);
  }

  /** Frame of an open group, or bounds of a folded one. */
  public Box frame(NodeGroup group) {
    Stream<Box> nodes = group.members().stream().map(network()::node).map(this::box);
    Box members = Box.around(Stream.concat(nodes, group.folded() ? Stream.empty() : groups.shownWithin(group).stream()
        .map(this::frame)).toList())
        .orElseThrow();
    if (group.folded()) {
      return members;
    }
    double side = Anatomy.FRAME_SIDE;
    double top = Math.min(members.y() - Anatomy.FRAME_LABELS, waysAround(group) - Anatomy.GRID) - Anatomy.FRAME_TITLE;
    return new Box(members.x() - side, top, members.width() + 2 * side, members.bottom() + side - top);
  }

  /** Height of the bypassing wires within a group. */
  private double waysAround(NodeGroup group) {
    return network().wires().stream()
        .filter(wire -> group.has(wire.from()) && group.has(wire.to()) || group.has(wire.to()) && network().targets(wire.from()).size() > 1)
        .mapToDouble(wire -> curve(wire).y(0.5))
        .min()
        .orElse(Double.MAX_VALUE);
  }

  public Box box(Note note) {
    Shift shift = canvas.hand().shift();
    return new Box(note.x(), note.y(), note.width(), note.height()).moved(shift.dxOf(note), shift.dyOf(note));
  }

  /** Wires of an opened node end at its tiles. */
  public double inX(Node node) {
    return box(node).x() + units.of(node.id()).map(UnitColumn::left).orElse(0.0);
  }

  public double outX(Node node) {
    return units.of(node.id()).map(column -> box(node).x() + column.right()).orElseGet(() -> box(node).right());
  }

  public double portY(Node node) {
    return box(node).y() + units.of(node.id()).map(UnitColumn::portY).orElse(Anatomy.PORT_Y);
  }

  /** Topmost node within a distance. */
  Optional<Integer> nodeNear(double x, double y, double reach) {
    Box here = new Box(x, y, 0, 0).grown(reach);
    return network().nodes().stream().filter(node -> box(node).touches(here)).reduce((below, above) -> above).map(Node::id);
  }

  /** Nearest wire within a distance. */
  Optional<Wire> wireNear(double x, double y, double reach) {
    return network().wires().stream()
        .filter(wire -> !groups.hides(wire) && curve(wire).distance(x, y) <= reach)
        .min(Comparator.comparingDouble(wire -> curve(wire).distance(x, y)));
  }

  public WireCurve curve(Wire wire) {
    Node from = network().node(wire.from());
    Node to = network().node(wire.to());
    return new WireCurve(outX(from), portY(from), inX(to), portY(to), peak(from, to));
  }

  /** Height of a wire's arc over the nodes between its ends; 0 without any. */
  private double peak(Node from, Node to) {
    Box way = Box.between(outX(from), portY(from), inX(to), portY(to));
    if (inX(to) < outX(from) || way.height() > Anatomy.PORT_Y) {
      return leastHidden(from, to);
    }
    List<Box> passed = network().nodes().stream()
        .filter(node -> node.id() != from.id() && node.id() != to.id())
        .map(this::box)
        .filter(way::touches)
        .distinct()
        .toList();
    double rise = CLEARANCE + Math.min(MAX_RISE, RISE * (passed.size() - 1));
    return passed.stream().mapToDouble(Box::y).min().stream().map(top -> Math.max(0, way.centerY() - top + rise)).findFirst().orElse(0);
  }

  /** Smallest rise or fall with which a wire passes behind the fewest nodes, not counting those that overlap its ends. */
  private double leastHidden(Node from, Node to) {
    Box out = new Box(outX(from), portY(from), 0, 0);
    Box in = new Box(inX(to), portY(to), 0, 0);
    WireCurve straight = new WireCurve(out.x(), out.y(), in.x(), in.y());
    List<Box> boxes = network().nodes().stream().map(this::box).filter(box -> !box.touches(out) && !box.touches(in)).distinct().toList();
    long least = boxes.stream().filter(straight::crosses).count();
    double best = 0;
    for (double peak = 2 * Anatomy.GRID; peak <= HIGHEST && least > 0; peak += 2 * Anatomy.GRID) {
      for (double signed : new double[] {peak, -peak}) {
        WireCurve course = new WireCurve(out.x(), out.y(), in.x(), in.y(), signed);
        long crossed = boxes.stream().filter(course::crosses).limit(least).count();
        best = crossed < least ? signed : best;
        least = Math.min(least, crossed);
      }
    }
    return best;
  }

  /**
   * Bounds of everything.
   *
   * @throws java.util.NoSuchElementException if there is nothing
   */
  public Box all() {
    List<Box> boxes = new ArrayList<>(network().marks().notes().stream().map(this::box).toList());
    network().marks().groups().forEach(group -> boxes.add(frame(group)));
    if (!network().nodes().isEmpty()) {
      boxes.add(nodes());
    }
    network().wires().stream()
        .map(wire -> new WireCurve(outX(network().node(wire.from())), portY(network().node(wire.from())), inX(network().node(wire.to())),
            portY(network().node(wire.to()))))
        .filter(WireCurve::turnsLine)
        .forEach(course -> boxes.add(course.span()));
    boxes.addAll(loop().boxes());
    return Box.around(boxes).orElseThrow();
  }

  /** Parts of an agent's loop that are no nodes. */
  public LoopPlaces loop() {
    return new LoopPlaces(canvas, this);
  }

  /** Bounds of all nodes with their labels. */
  Box nodes() {
    Box box = Box.around(network().nodes().stream().map(this::box).toList()).orElseThrow();
    double above = units.any() ? LITTLE_ABOVE : ABOVE;
    return new Box(box.x(), box.y() - above, box.width(), box.height() + above + BELOW);
  }
}
