package studio.backprop.ui.design.designer.node;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.backprop.derivation.Subject;
import studio.backprop.network.Analysis;
import studio.backprop.network.Node;
import studio.backprop.network.Problem;
import studio.backprop.train.Fault;
import studio.backprop.ui.design.designer.edit.Anatomy;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.Detail;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.design.designer.edit.PortView;
import studio.backprop.ui.design.designer.edit.UnitColumn;
import studio.backprop.ui.design.designer.edit.UnitSpot;
import studio.backprop.ui.design.designer.edit.Wording;
import studio.backprop.ui.kit.Icon;

/** View of a node: colour band, title, settings, picture, output shape. Fixed size, so that nothing moves during training. */
public final class NodeView extends Region {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
  private static final PseudoClass LOOKED = PseudoClass.getPseudoClass("looked");
  private static final PseudoClass HINT = PseudoClass.getPseudoClass("hint");
  private static final PseudoClass WAITS = PseudoClass.getPseudoClass("waits");
  private static final PseudoClass SIMPLE = PseudoClass.getPseudoClass("simple");
  private static final PseudoClass TINY = PseudoClass.getPseudoClass("tiny");
  private static final PseudoClass SWEPT = PseudoClass.getPseudoClass("swept");
  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
  private static final PseudoClass AILING = PseudoClass.getPseudoClass("ailing");
  private static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");
  private static final double MARGIN = 8;
  private static final double NARROW_SIDE = 5;
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final double PALE = 0.25;
  private static final int TINY_LINES = 4;
  /** Lenses without wire labels. */
  private static final Set<Lens> QUIET = EnumSet.of(Lens.ACTIVATIONS, Lens.WEIGHTS, Lens.CHANGE);
  private static final double PANE_TOP = Anatomy.PORT_Y - NodePane.PICTURE / 2;

  private final CanvasDesk desk;
  private final Wording wording;
  private final NodeHead head;
  private final NodeFoot foot;
  private final TroubleSign trouble;
  private final FontIcon icon;
  private final PortView in = new PortView(true);
  private final PortView out = new PortView(false);
  private final PaneFactory panes;
  private final double side;
  private Detail detail = Detail.FULL;
  private Optional<UnitColumn> column = Optional.empty();
  private Predicate<Point2D> onWire = scene -> false;
  private NodePane pane;
  private Node node;

  NodeView(CanvasDesk desk, Wording wording, Node node) {
    this.desk = desk;
    this.wording = wording;
    this.node = node;
    this.panes = new PaneFactory(desk);
    this.side = Anatomy.narrow(node.layer()) ? NARROW_SIDE : MARGIN;
    this.head = new NodeHead(side, node.layer().isOutput()); // a loss has a long name, and room under it
    this.foot = new NodeFoot(side);
    this.trouble = new TroubleSign(desk.model(), node.id());
    pseudoClassStateChanged(NARROW, Anatomy.narrow(node.layer()));
    getStyleClass().addAll("designer-node", node.type().group().name().toLowerCase(Locale.ROOT));
    setAccessibleRole(AccessibleRole.BUTTON);
    setFocusTraversable(true);
    setManaged(false);
    setPickOnBounds(false);
    head.fontProperty().subscribe(font -> requestLayout());
    foot.fontProperty().subscribe(font -> requestLayout());
    icon = Icon.of(node.type());
    icon.getStyleClass().add("node-icon");
    getChildren().addAll(head.parts());
    getChildren().addAll(foot.parts());
    getChildren().addAll(icon, trouble.icon(), in, out);
    getChildren().forEach(child -> child.setManaged(false));
    in.setVisible(node.layer().arity().max() > 0);
    out.setVisible(!node.layer().isOutput());
  }

  NodePane pane() {
    return pane;
  }

  /** Bounds of a number on the canvas; where it is not shown, the middle of the node, and for a loss its top. */
  Box placeOf(Subject number) {
    pane.layout();
    return pane.placeOf(number)
        .map(box -> new Box(getLayoutX() + pane.getLayoutX() + box.x(), getLayoutY() + pane.getLayoutY() + box.y(), box.width(),
            box.height()))
        .orElseGet(() -> new Box(getLayoutX() + (node.layer().isOutput() ? 0 : getWidth() / 2), getLayoutY() + Anatomy.PORT_Y, 0,
            0));
  }

  /** Whether this is the view of the node; in another project the same id can be another layer type. */
  boolean draws(Node other) {
    return node.type() == other.type();
  }

  /** @param wires whether a scene point is on one of its wires */
  void leaveToWires(Predicate<Point2D> wires) {
    onWire = wires;
  }

  /** Between the units and the border of an opened node the mouse means a wire. */
  @Override
  public boolean contains(double x, double y) {
    boolean within = getLayoutBounds().contains(x, y);
    return within && !(column.isPresent() && y > UnitColumn.HEAD && onWire.test(localToScene(x, y)));
  }

  /** Unit at a scene point, if the node is opened. */
  public Optional<UnitSpot> spotAt(double sceneX, double sceneY) {
    return pane.spotAt(sceneX, sceneY);
  }

  public int id() {
    return node.id();
  }

  PortView in() {
    return in;
  }

  PortView out() {
    return out;
  }

  /** Updates text, shape and problem from the document. */
  void show(Node shown) {
    node = shown;
    Analysis analysis = desk.model().document().analysis();
    head.show(wording, desk.model().network(), analysis, node);
    List<Problem> problems = desk.model().problems(node.id());
    boolean problem = !problems.isEmpty();
    in.showTrouble(problems.stream().anyMatch(p -> p.place() == Problem.Place.INPUT));
    out.showTrouble(problems.stream().anyMatch(p -> p.place() == Problem.Place.OUTPUT));
    boolean known = analysis.shape(node.id()).isPresent();
    foot.show(analysis.shape(node.id()).map(wording::shape).orElse(desk.lang().say(problem ? "node.unknown" : "node.waits")),
        wording.parameters(analysis, node));
    pseudoClassStateChanged(PROBLEM, problem);
    pseudoClassStateChanged(WAITS, !problem && !known);
    boolean hint = !problem && !desk.model().findings(node.id()).isEmpty();
    pseudoClassStateChanged(HINT, hint);
    setAccessibleText(wording.spoken(analysis, problems.stream().findFirst(), node));
    requestLayout();
    in.setAccessibleText(desk.lang().say("port.in", wording.title(node)));
    out.setAccessibleText(desk.lang().say("port.out", wording.title(node)));
    setVisible(!desk.model().groups().hides(node.id()));
    place();
    rebuildPane();
  }

  /** Rebuilds the pane for another lens, run or layer. */
  void rebuildPane() {
    getChildren().remove(pane);
    column = desk.model().units().of(node.id());
    pseudoClassStateChanged(OPEN, column.isPresent());
    pane = panes.of(node, (int) (desk.places().box(node).width() - 2 * side));
    getChildren().add(0, pane);
    pane.redraw();
    showDetail(detail);
  }

  /** Rebuilds the pane if its units have another size. */
  void reopen() {
    if (!column.equals(desk.model().units().of(node.id()))) {
      rebuildPane();
    }
  }

  /** Level of detail for the zoom. */
  void showDetail(Detail wanted) {
    detail = wanted;
    boolean full = detail == Detail.FULL;
    pseudoClassStateChanged(SIMPLE, detail == Detail.SIMPLE);
    pseudoClassStateChanged(TINY, detail == Detail.TINY);
    head.showDetail(full);
    foot.showDetail(full);
    boolean narrow = Anatomy.narrow(node.layer());
    pane.setVisible(narrow ? full : !tiny());
    pane.simplify(!full);
    refresh();
    icon.setVisible(false);
    requestLayout();
  }

  /** Whether it is too small for its pane, unless it is a pure picture. */
  private boolean tiny() {
    return detail == Detail.TINY && !node.layer().joinsBatches();
  }

  /** Height at which everything is shown; undefined for an opened node. */
  double needed() {
    return column.isPresent() || pane == null || !isVisible() ? 0 : PANE_TOP + pane.needed() + NodeFoot.HEIGHT;
  }

  /** Font size in px that is readable at this zoom. */
  void showLetters(int px) {
    setStyle(px == Detail.DEFAULT_LETTERS ? "" : "-fx-font-size: " + px + "px;");
  }

  /** Visible bounds on the canvas. */
  Box box() {
    return new Box(getLayoutX(), getLayoutY(), getWidth(), getHeight());
  }

  /** Shows the newest training state, unless zoomed out too far. */
  void refresh() {
    if (isVisible() && pane.isVisible()) {
      pane.refresh();
      pane.sayPointed();
      if (head.caption(pane.pictureName())) {
        requestLayout();
      }
    }
  }

  /** Fades it during the preview of its removal. */
  void stepBack(boolean away) {
    setOpacity(away ? PALE : 1);
  }

  /** Highlights it on hover, here or in a table. */
  void showLooked(boolean looked) {
    pseudoClassStateChanged(LOOKED, looked);
  }

  void showSelected(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
  }

  /** Highlights it during the backward pass. */
  void showSwept(boolean swept) {
    pseudoClassStateChanged(SWEPT, swept);
  }

  /**
   * Marks the node of the first non-finite value, or one with findings.
   *
   * @param ailing whether the diagnosis has findings here
   */
  void showHealth(Optional<Fault> fault, boolean ailing) {
    boolean wrong = !desk.model().findings(node.id()).isEmpty();
    pseudoClassStateChanged(FAULT, fault.isPresent());
    pseudoClassStateChanged(AILING, ailing && fault.isEmpty() && !wrong);
    Icon found = desk.model().problems(node.id()).isEmpty() ? Icon.WARNING : Icon.PROBLEM;
    trouble.show(fault.map(f -> Icon.FAULT).or(() -> wrong ? Optional.of(found) : ailing ? Optional.of(Icon.DOCTOR) : Optional.empty()));
    foot.say(fault.map(f -> desk.lang().say("node.fault", f.step())));
    requestLayout();
  }

  /** Moves to its place of the model, also during a drag. */
  void place() {
    Box box = desk.places().box(node);
    relocate(box.x(), box.y());
    if (getWidth() != box.width() || getHeight() != box.height()) {
      resize(box.width(), box.height());
    }
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double inner = width - 2 * side;
    trouble.place(width);
    if (column.isPresent()) {
      layoutOpen(column.get(), inner);
      return;
    }
    in.centerAt(0, Anatomy.PORT_Y);
    out.centerAt(width, Anatomy.PORT_Y);
    pane.resizeRelocate(side, PANE_TOP, inner, height - NodeFoot.HEIGHT - PANE_TOP);
    if (detail != Detail.FULL) {
      layoutLarge(inner, height);
      return;
    }
    pane.standLow(head.layout(inner, trouble.width()));
    foot.layout(inner, height);
  }

  /** Title and name in one line above the units. */
  private void layoutOpen(UnitColumn opened, double inner) {
    in.centerAt(opened.left(), opened.portY());
    out.centerAt(opened.right(), opened.portY());
    pane.resizeRelocate(0, 0, getWidth(), getHeight());
    foot.hide();
    icon.setVisible(false);
    if (detail == Detail.FULL) {
      head.layoutOpen(inner, 2 * trouble.width());
    } else {
      head.layoutLarge(inner, 1);
    }
  }

  private void layoutLarge(double inner, double height) {
    boolean tiny = tiny();
    boolean narrow = Anatomy.narrow(node.layer());
    boolean titled = head.layoutLarge(inner, tiny ? TINY_LINES : 1);
    if (titled && !tiny && !narrow && head.titleBottom() > PANE_TOP) { // the picture is not written over
      pane.resizeRelocate(side, head.titleBottom(), inner, height - NodeFoot.HEIGHT - head.titleBottom());
    }
    double taken = tiny || narrow ? titled ? head.titleBottom() : NodeHead.TITLE_TOP : pane.getLayoutY() + pane.simpleBottom();
    foot.layoutLarge(inner, taken, height);
    icon.setVisible(!titled && (tiny || narrow));
    if (!titled && narrow && !tiny && QUIET.contains(desk.model().lens())) {
      head.standOver(getWidth());
    }
    icon.relocate((getWidth() - icon.prefWidth(-1)) / 2, (height - icon.prefHeight(-1)) / 2);
  }
}
