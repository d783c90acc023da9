package studio.backprop.ui.designer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.backprop.layer.Output;
import studio.backprop.network.Analysis;
import studio.backprop.network.Node;
import studio.backprop.network.Problem;
import studio.backprop.train.Fault;
import studio.backprop.train.explain.Subject;
import studio.backprop.ui.kit.Icon;

/** A node as it is drawn: band, title, settings, a picture, what it gives. Its size is fixed, so that nothing moves while it lives. */
final class NodeView extends Region {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
  private static final PseudoClass LOOKED = PseudoClass.getPseudoClass("looked");
  private static final PseudoClass HINT = PseudoClass.getPseudoClass("hint");
  private static final PseudoClass WAITS = PseudoClass.getPseudoClass("waits");
  private static final PseudoClass SIMPLE = PseudoClass.getPseudoClass("simple");
  private static final PseudoClass TINY = PseudoClass.getPseudoClass("tiny");
  private static final PseudoClass SWEPT = PseudoClass.getPseudoClass("swept");
  private static final PseudoClass AILING = PseudoClass.getPseudoClass("ailing");
  private static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");
  private static final double SIDE = 8;
  private static final double NARROW_SIDE = 5;
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final double FOOT = 30;
  private static final double BADGE = 20;
  private static final double SUMMARY_LINE = 16;
  /** Under a title of two lines. */
  private static final double ICON_BELOW = 16;
  private static final double ICON_RIM = 4;
  private static final double TITLE_TOP = 10;
  private static final double PALE = 0.25;
  private static final double LARGE_LINE = 26;
  private static final double TINY_LINE = 36;
  private static final double PANE_TOP = Anatomy.PORT_Y - NodePane.PICTURE / 2;

  private final Desk desk;
  private final Wording wording;
  private final Label title = label("node-title");
  private final Label name = label("node-name");
  private final Label summary = label("node-summary");
  private final Label shape = label("node-shape");
  private final Label parameters = label("node-parameters");
  private final Region rule = new Region();
  private final FontIcon badge = Icon.PROBLEM.view();
  private final FontIcon icon;
  private final PortView in = new PortView(true);
  private final PortView out = new PortView(false);
  private final PaneFactory panes;
  private final double side;
  private Detail detail = Detail.FULL;
  private NodePane pane;
  private String titleText = "";
  private String shapeText = "";
  private String parameterText = "";
  private String parameterNumber = "";
  private Node node;

  NodeView(Desk desk, Wording wording, Node node) {
    this.desk = desk;
    this.wording = wording;
    this.node = node;
    this.panes = new PaneFactory(desk);
    this.side = Anatomy.narrow(node.layer()) ? NARROW_SIDE : SIDE;
    pseudoClassStateChanged(NARROW, Anatomy.narrow(node.layer()));
    getStyleClass().addAll("designer-node", node.type().group().name().toLowerCase(Locale.ROOT));
    setAccessibleRole(AccessibleRole.BUTTON);
    setFocusTraversable(true);
    setManaged(false);
    rule.getStyleClass().add("node-rule");
    badge.getStyleClass().add("node-badge");
    badge.setPickOnBounds(true);
    badge.setOnMouseClicked(event -> desk.model().findings(id()).stream().findFirst().ifPresentOrElse(desk.model()::show, desk.model()::askDoctor));
    title.fontProperty().subscribe(font -> requestLayout()); // the zoom changes it, and styles come after layout
    shape.fontProperty().subscribe(font -> requestLayout());
    icon = Icon.of(node.type());
    icon.getStyleClass().add("node-icon");
    name.setAlignment(Pos.CENTER_RIGHT);
    parameters.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(title, name, summary, rule, shape, parameters, icon, badge, in, out);
    getChildren().forEach(child -> child.setManaged(false));
    hoverProperty().subscribe((before, over) -> look(over));
    in.setVisible(node.layer().arity().max() > 0);
    out.setVisible(!(node.layer() instanceof Output));
    summary.setWrapText(node.layer() instanceof Output); // a loss has a long name, and room under it
  }

  private void look(boolean over) {
    desk.model().lookAt(over ? Optional.of(id()) : Optional.empty());
    if (!over) {
      desk.run().pointed().leave();
      desk.run().cell().leave();
    }
  }

  /** Rings the unit that a person points at, if it is one of this node. */
  void showPointed() {
    pane.showPointed(desk.run().pointed().in(id()));
  }

  /** Marks the numbers that the one under the mouse was made from, or goes into. */
  void showInfluence() {
    pane.showInfluence(desk.run().cell().influenceProperty().get());
  }

  /** Rings what somebody points at on the way that is followed. */
  void showFollowed() {
    pane.showFollowed();
  }

  /** Where a number of this node stands on the canvas; where it is not shown, the middle of the node, and where a loss begins. */
  Box placeOf(Subject number) {
    pane.layout();
    return pane.placeOf(number)
        .map(box -> new Box(getLayoutX() + pane.getLayoutX() + box.x(), getLayoutY() + pane.getLayoutY() + box.y(), box.width(), box.height()))
        .orElseGet(() -> new Box(getLayoutX() + (node.layer() instanceof Output ? 0 : getWidth() / 2), getLayoutY() + Anatomy.PORT_Y, 0, 0));
  }

  /** Whether this is the view of such a node; in another project the same id can be another kind of layer. */
  boolean draws(Node other) {
    return node.type() == other.type();
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setMouseTransparent(true);
    return label;
  }

  int id() {
    return node.id();
  }

  PortView in() {
    return in;
  }

  PortView out() {
    return out;
  }

  /** Shows a node of the document: its words, its shape and what is wrong with it. */
  void show(Node shown) {
    node = shown;
    Analysis analysis = desk.model().document().analysis();
    String settings = wording.summary(analysis, node);
    titleText = wording.kind(node);
    title.setText(titleText);
    name.setText(settings.isEmpty() ? "" : node.name());
    summary.setText(settings.isEmpty() ? node.name() : settings);
    List<Problem> problems = desk.model().problems(node.id());
    boolean problem = !problems.isEmpty();
    in.showTrouble(problems.stream().anyMatch(p -> p.place() == Problem.Place.INPUT));
    out.showTrouble(problems.stream().anyMatch(p -> p.place() == Problem.Place.OUTPUT));
    boolean known = analysis.shape(node.id()).isPresent();
    shapeText = analysis.shape(node.id()).map(wording::shape).orElse(desk.lang().say(problem ? "node.unknown" : "node.waits"));
    shape.setText(shapeText);
    long count = analysis.parameterCount(node);
    parameterText = count > 0 ? wording.parameters(analysis, node) : node.sharesWeights() ? desk.lang().say("node.shared") : "";
    parameterNumber = count > 0 ? desk.lang().numbers().whole(count) : "";
    pseudoClassStateChanged(PROBLEM, problem);
    pseudoClassStateChanged(WAITS, !problem && !known);
    boolean hint = !problem && !desk.model().findings(node.id()).isEmpty();
    pseudoClassStateChanged(HINT, hint);
    badge.setIconCode((hint ? Icon.WARNING : Icon.PROBLEM).view().getIconCode());
    badge.setVisible(problem || hint);
    setAccessibleText(wording.spoken(desk.model(), node));
    requestLayout();
    in.setAccessibleText(desk.lang().say("port.in", wording.title(node)));
    out.setAccessibleText(desk.lang().say("port.out", wording.title(node)));
    setVisible(!desk.model().groups().hides(node.id()));
    place();
    rebuildPane();
  }

  /** Chooses the middle part anew, since the lens, the run or the layer is another. */
  void rebuildPane() {
    getChildren().remove(pane);
    pane = panes.of(node, (int) (Anatomy.width(node.layer()) - 2 * side));
    getChildren().add(0, pane);
    pane.redraw();
    showDetail(detail);
  }

  /** Shows as much as can be read at this zoom. */
  void showDetail(Detail wanted) {
    detail = wanted;
    boolean full = detail == Detail.FULL;
    pseudoClassStateChanged(SIMPLE, detail == Detail.SIMPLE);
    pseudoClassStateChanged(TINY, detail == Detail.TINY);
    name.setVisible(full);
    summary.setVisible(full);
    parameters.setVisible(full);
    rule.setVisible(full);
    boolean narrow = Anatomy.narrow(node.layer());
    pane.setVisible(narrow ? full : detail != Detail.TINY);
    pane.simplify(!full);
    refresh();
    icon.setVisible(detail == Detail.TINY && !narrow);
    title.setRotate(narrow && !full ? -90 : 0);
    title.setWrapText(detail == Detail.TINY);
    requestLayout();
  }

  /** Other colours. */
  void redraw() {
    pane.redraw();
  }

  /** Where it is drawn on the canvas. */
  Box box() {
    return new Box(getLayoutX(), getLayoutY(), getWidth(), getHeight());
  }

  /** Shows the newest state of training, if it is near enough to show any. */
  void refresh() {
    if (isVisible() && pane.isVisible()) {
      pane.refresh();
      pane.sayPointed();
    }
  }

  /** Pale while it is previewed how the network would be without it. */
  void stepBack(boolean away) {
    setOpacity(away ? PALE : 1);
  }

  /** Lit up while the mouse is on it, here or in a table. */
  void showLooked(boolean looked) {
    pseudoClassStateChanged(LOOKED, looked);
  }

  void showSelected(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
  }

  /** The backward pass is in this node just now. */
  void showSwept(boolean swept) {
    pseudoClassStateChanged(SWEPT, swept);
  }

  /**
   * Marks the node where the first number that is not finite appeared, and one whose training is not well.
   *
   * @param ailing whether the doctor has found something here
   */
  void showHealth(Optional<Fault> fault, boolean ailing) {
    boolean found = !desk.model().findings(node.id()).isEmpty();
    pseudoClassStateChanged(FAULT, fault.isPresent());
    pseudoClassStateChanged(AILING, ailing && fault.isEmpty() && !found);
    boolean hint = desk.model().problems(node.id()).isEmpty();
    Icon sign = fault.isPresent() ? Icon.FAULT : !found ? Icon.DOCTOR : hint ? Icon.WARNING : Icon.PROBLEM;
    badge.setIconCode(sign.view().getIconCode());
    badge.setVisible(fault.isPresent() || found || ailing);
    shape.setText(fault.map(f -> desk.lang().say("node.fault", f.step())).orElse(shapeText));
    requestLayout();
  }

  /** Moves to where the model has the node, also in the middle of a drag. */
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
    in.centerAt(0, Anatomy.PORT_Y);
    out.centerAt(width, Anatomy.PORT_Y);
    badge.relocate(width - 24, 8);
    pane.resizeRelocate(side, PANE_TOP, inner, height - FOOT - PANE_TOP);
    if (detail == Detail.FULL) {
      LargeTitle.undo(title, titleText);
      LargeTitle.undo(shape, shape.getText());
    }
    if (detail != Detail.FULL) {
      layoutLarge(inner, height);
      return;
    }
    double titleWidth = Math.min(inner, Math.ceil(title.prefWidth(-1)));
    LargeTitle.line(title, titleText, side, 9, titleWidth, 18);
    double nameWidth = inner - titleWidth - 4 - (badge.isVisible() ? BADGE : 0);
    name.resizeRelocate(side + titleWidth + 4, 9, Math.max(0, nameWidth), 18);
    name.setVisible(!badge.isVisible() || Math.ceil(name.prefWidth(-1)) <= nameWidth); // half a name beside a sign helps nobody
    boolean twoLines = summary.isWrapText() && summary.prefWidth(-1) > inner;
    summary.resizeRelocate(side, 27, inner, twoLines ? 2 * SUMMARY_LINE : SUMMARY_LINE);
    pane.standLow(twoLines);
    rule.resizeRelocate(side, height - FOOT, inner, 1);
    double shapeWidth = Math.min(inner, Math.ceil(shape.prefWidth(-1)));
    shape.resizeRelocate(side, height - FOOT + 6, shapeWidth, 16);
    parameters.setText(parameterText);
    if (parameters.prefWidth(-1) > inner - shapeWidth - 4) {
      parameters.setText(parameterNumber);
    }
    parameters.resizeRelocate(side + shapeWidth + 4, height - FOOT + 6, Math.max(0, inner - shapeWidth - 4), 16);
  }

  private void layoutLarge(double inner, double height) {
    boolean tiny = detail == Detail.TINY;
    double shapeHeight = tiny ? TINY_LINE : LARGE_LINE;
    LargeTitle.line(shape, shape.getText(), side, height - shapeHeight - 10, inner, shapeHeight);
    if (Anatomy.narrow(node.layer())) {
      // in large letters its title has room from bottom to top only
      double length = height - shapeHeight - 30;
      title.resizeRelocate((getWidth() - length) / 2, 16 + (length - LARGE_LINE) / 2, length, LARGE_LINE);
    } else {
      double iconTop = Anatomy.PORT_Y - icon.prefHeight(-1) / 2 + ICON_BELOW;
      icon.relocate((getWidth() - icon.prefWidth(-1)) / 2, iconTop);
      if (tiny) {
        icon.setVisible(TITLE_TOP + LargeTitle.lay(title, titleText, side, TITLE_TOP, inner) <= iconTop + ICON_RIM);
      } else {
        LargeTitle.line(title, titleText, side, TITLE_TOP, inner, LARGE_LINE);
      }
    }
  }

}
