package studio.backprop.ui.designer.node;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.backprop.network.Analysis;
import studio.backprop.network.Node;
import studio.backprop.network.Problem;
import studio.backprop.train.Fault;
import studio.backprop.train.explain.Subject;
import studio.backprop.ui.designer.edit.Anatomy;
import studio.backprop.ui.designer.edit.Box;
import studio.backprop.ui.designer.edit.CanvasDesk;
import studio.backprop.ui.designer.edit.CanvasPlaces;
import studio.backprop.ui.designer.edit.Detail;
import studio.backprop.ui.designer.edit.LargeTitle;
import studio.backprop.ui.designer.edit.Lens;
import studio.backprop.ui.designer.edit.PortView;
import studio.backprop.ui.designer.edit.UnitColumn;
import studio.backprop.ui.designer.edit.Wording;
import studio.backprop.ui.kit.Icon;

/** A node as it is drawn: band, title, settings, a picture, what it gives. Its size is fixed, so that nothing moves while it lives. */
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
  private static final double SIDE = 8;
  private static final double NARROW_SIDE = 5;
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final double FOOT = 30;
  /** Between kind and name: with more, the name of an input would be cut. */
  private static final double APART = 3;
  private static final double BADGE = 20;
  private static final double SUMMARY_LINE = 16;
  private static final double TITLE_TOP = 10;
  private static final double PALE = 0.25;
  private static final double LINE_HEIGHT = 1.25;
  private static final int TINY_LINES = 4;
  private static final double SHAPE_BELOW = 4;
  /** Lenses in which wires have no labels. */
  private static final Set<Lens> QUIET = EnumSet.of(Lens.ACTIVATIONS, Lens.WEIGHTS, Lens.CHANGE);
  private static final double PANE_TOP = Anatomy.PORT_Y - NodePane.PICTURE / 2;

  private final CanvasDesk desk;
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
  private Optional<UnitColumn> column = Optional.empty();
  private NodePane pane;
  private final Region head = new Region();
  private final Tooltip wholeHead = new Tooltip();
  private String titleText = "";
  private String shortTitle = "";
  private String nameText = "";
  private String summaryText = "";
  private String shapeSaid = "";
  private String shapeText = "";
  private List<String> parameterTexts = List.of();
  private Node node;

  public NodeView(CanvasDesk desk, Wording wording, Node node) {
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
    badge.setOnMouseClicked(event -> desk.model().findings(id()).stream().findFirst()
        .ifPresentOrElse(desk.model()::show, desk.model()::askDoctor));
    title.fontProperty().subscribe(font -> requestLayout()); // the zoom changes it, and styles come after layout
    shape.fontProperty().subscribe(font -> requestLayout());
    icon = Icon.of(node.type());
    icon.getStyleClass().add("node-icon");
    name.setAlignment(Pos.CENTER_RIGHT);
    parameters.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(title, name, summary, head, rule, shape, parameters, icon, badge, in, out);
    getChildren().forEach(child -> child.setManaged(false));
    hoverProperty().subscribe((before, over) -> look(over));
    in.setVisible(node.layer().arity().max() > 0);
    out.setVisible(!node.layer().isOutput());
    summary.setWrapText(node.layer().isOutput()); // a loss has a long name, and room under it
  }

  private void look(boolean over) {
    desk.model().lookAt(over ? Optional.of(id()) : Optional.empty());
    if (!over) {
      desk.focus().leave();
    }
  }

  /** Rings the unit that a person points at, if it is one of this node. */
  public void showPointed() {
    pane.showPointed(desk.focus().unit().in(id()));
  }

  /** Marks the numbers that the one under the mouse was made from, or goes into. */
  public void showInfluence() {
    pane.showInfluence(desk.focus().cell().influenceProperty().get());
  }

  /** Rings what somebody points at on the way that is followed. */
  public void showFollowed() {
    pane.showFollowed();
  }

  /** Where a number of this node stands on the canvas; where it is not shown, the middle of the node, and where a loss begins. */
  public Box placeOf(Subject number) {
    pane.layout();
    return pane.placeOf(number)
        .map(box -> new Box(getLayoutX() + pane.getLayoutX() + box.x(), getLayoutY() + pane.getLayoutY() + box.y(), box.width(),
            box.height()))
        .orElseGet(() -> new Box(getLayoutX() + (node.layer().isOutput() ? 0 : getWidth() / 2), getLayoutY() + Anatomy.PORT_Y, 0,
            0));
  }

  /** Whether this is the view of such a node; in another project the same id can be another kind of layer. */
  public boolean draws(Node other) {
    return node.type() == other.type();
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setMouseTransparent(true);
    return label;
  }

  public int id() {
    return node.id();
  }

  public PortView in() {
    return in;
  }

  public PortView out() {
    return out;
  }

  /** Shows a node of the document: its words, its shape and what is wrong with it. */
  public void show(Node shown) {
    node = shown;
    Analysis analysis = desk.model().document().analysis();
    String settings = wording.summary(analysis, node);
    titleText = wording.kind(node);
    shortTitle = wording.shortKind(node);
    nameText = settings.isEmpty() ? "" : node.name();
    summaryText = settings.isEmpty() ? node.name() : settings;
    title.setText(titleText);
    name.setText(nameText);
    summary.setText(summaryText);
    List<Problem> problems = desk.model().problems(node.id());
    boolean problem = !problems.isEmpty();
    in.showTrouble(problems.stream().anyMatch(p -> p.place() == Problem.Place.INPUT));
    out.showTrouble(problems.stream().anyMatch(p -> p.place() == Problem.Place.OUTPUT));
    boolean known = analysis.shape(node.id()).isPresent();
    shapeText = analysis.shape(node.id()).map(wording::shape).orElse(desk.lang().say(problem ? "node.unknown" : "node.waits"));
    shapeSaid = shapeText;
    shape.setText(shapeText);
    parameterTexts = wording.parameters(analysis, node);
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
  public void rebuildPane() {
    getChildren().remove(pane);
    column = desk.model().units().of(node.id());
    pseudoClassStateChanged(OPEN, column.isPresent());
    pane = panes.of(node, (int) (Anatomy.width(node.layer()) - 2 * side));
    getChildren().add(0, pane);
    pane.redraw();
    showDetail(detail);
  }

  /** Chooses the middle part anew if its tiles have another size. */
  public void reopen() {
    if (!column.equals(desk.model().units().of(node.id()))) {
      rebuildPane();
    }
  }

  /** Shows as much as can be read at this zoom. */
  public void showDetail(Detail wanted) {
    detail = wanted;
    boolean full = detail == Detail.FULL;
    pseudoClassStateChanged(SIMPLE, detail == Detail.SIMPLE);
    pseudoClassStateChanged(TINY, detail == Detail.TINY);
    name.setVisible(full);
    summary.setVisible(full);
    parameters.setVisible(full);
    rule.setVisible(full);
    shape.setVisible(true);
    boolean narrow = Anatomy.narrow(node.layer());
    pane.setVisible(narrow ? full : detail != Detail.TINY);
    pane.simplify(!full);
    refresh();
    icon.setVisible(false);
    title.setVisible(true);
    requestLayout();
  }

  /** How high it is with all that it shows; an opened node does not say. */
  public double needed() {
    return column.isPresent() || pane == null || !isVisible() ? 0 : PANE_TOP + pane.needed() + FOOT;
  }

  /** Takes letters of so many px, so that they can be read at this zoom. */
  public void showLetters(int px) {
    setStyle(px == Detail.USUAL ? "" : "-fx-font-size: " + px + "px;");
  }

  /** Other colours. */
  public void redraw() {
    pane.redraw();
  }

  /** Where it is drawn on the canvas. */
  public Box box() {
    return new Box(getLayoutX(), getLayoutY(), getWidth(), getHeight());
  }

  /** Shows the newest state of training, if it is near enough to show any. */
  public void refresh() {
    if (isVisible() && pane.isVisible()) {
      pane.refresh();
      pane.sayPointed();
    }
  }

  /** Pale while it is previewed how the network would be without it. */
  public void stepBack(boolean away) {
    setOpacity(away ? PALE : 1);
  }

  /** Lit up while the mouse is on it, here or in a table. */
  public void showLooked(boolean looked) {
    pseudoClassStateChanged(LOOKED, looked);
  }

  public void showSelected(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
  }

  /** The backward pass is in this node just now. */
  public void showSwept(boolean swept) {
    pseudoClassStateChanged(SWEPT, swept);
  }

  /**
   * Marks the node where the first number that is not finite appeared, and one whose training is not well.
   *
   * @param ailing whether the doctor has found something here
   */
  public void showHealth(Optional<Fault> fault, boolean ailing) {
    boolean found = !desk.model().findings(node.id()).isEmpty();
    pseudoClassStateChanged(FAULT, fault.isPresent());
    pseudoClassStateChanged(AILING, ailing && fault.isEmpty() && !found);
    boolean hint = desk.model().problems(node.id()).isEmpty();
    Icon sign = fault.isPresent() ? Icon.FAULT : !found ? Icon.DOCTOR : hint ? Icon.WARNING : Icon.PROBLEM;
    badge.setIconCode(sign.view().getIconCode());
    badge.setVisible(fault.isPresent() || found || ailing);
    shapeSaid = fault.map(f -> desk.lang().say("node.fault", f.step())).orElse(shapeText);
    shape.setText(shapeSaid);
    requestLayout();
  }

  /** Moves to where the model has the node, also in the middle of a drag. */
  public void place() {
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
    badge.relocate(width - 24, 8);
    if (column.isPresent()) {
      layoutOpen(column.get(), inner);
      return;
    }
    in.centerAt(0, Anatomy.PORT_Y);
    out.centerAt(width, Anatomy.PORT_Y);
    pane.resizeRelocate(side, PANE_TOP, inner, height - FOOT - PANE_TOP);
    if (detail != Detail.FULL) {
      layoutLarge(inner, height);
      return;
    }
    layoutHead(inner);
    rule.resizeRelocate(side, height - FOOT, inner, 1);
    shape.setText(shapeSaid);
    double shapeWidth = Math.min(inner, LargeTitle.width(shape.getFont(), shapeSaid));
    shape.resizeRelocate(side, height - FOOT + 6, shapeWidth, 16);
    double spare = inner - shapeWidth - 4;
    parameters.setText(parameterTexts.stream().filter(text -> LargeTitle.width(parameters.getFont(), text) <= spare).findFirst()
        .orElse(""));
    parameters.resizeRelocate(side + shapeWidth + 4, height - FOOT + 6, Math.max(0, inner - shapeWidth - 4), 16);
  }

  /** Kind and name in one line, settings in the next. What is too long is shortened, and whole in a tooltip. */
  private void layoutHead(double inner) {
    double badgeWidth = badge.isVisible() ? BADGE : 0;
    String kind = LargeTitle.width(title.getFont(), titleText) <= inner - badgeWidth ? titleText : shortTitle;
    title.setText(LargeTitle.fitted(title.getFont(), kind, inner - badgeWidth).orElse(kind));
    double titleWidth = Math.min(inner, LargeTitle.width(title.getFont(), title.getText()));
    title.resizeRelocate(side, 9, titleWidth, 18);
    double nameWidth = inner - titleWidth - APART - badgeWidth;
    boolean named = LargeTitle.write(name, nameText.isEmpty() ? Optional.empty() : LargeTitle.fitted(name.getFont(), nameText, nameWidth));
    name.resizeRelocate(side + titleWidth + APART, 9, Math.max(0, nameWidth), 18);
    boolean twoLines = summary.isWrapText() && LargeTitle.width(summary.getFont(), summaryText) > inner;
    summary.setText(twoLines ? summaryText : LargeTitle.fitted(summary.getFont(), summaryText, inner).orElse(summaryText));
    summary.resizeRelocate(side, 27, inner, twoLines ? 2 * SUMMARY_LINE : SUMMARY_LINE);
    pane.standLow(twoLines);
    boolean whole = title.getText().equals(titleText) && (nameText.isEmpty() || named && name.getText().equals(nameText))
        && summary.getText().equals(summaryText);
    explain(whole);
  }

  /** Says all of what the head had to shorten. */
  private void explain(boolean whole) {
    Tooltip.uninstall(head, wholeHead);
    head.setVisible(!whole);
    head.resizeRelocate(side, 8, getWidth() - 2 * side - (badge.isVisible() ? BADGE : 0), 36);
    if (!whole) {
      wholeHead.setText(Stream.of(titleText, nameText, summaryText).filter(words -> !words.isEmpty()).collect(Collectors.joining("\n")));
      Tooltip.install(head, wholeHead);
    }
  }

  /** Title and name stand in one line over the tiles, in the middle. */
  private void layoutOpen(UnitColumn opened, double inner) {
    in.centerAt(opened.left(), opened.portY());
    out.centerAt(opened.right(), opened.portY());
    pane.resizeRelocate(0, 0, getWidth(), getHeight());
    rule.setVisible(false);
    shape.setVisible(false);
    parameters.setVisible(false);
    icon.setVisible(false);
    head.setVisible(false);
    if (detail != Detail.FULL) {
      layoutTitle(inner, 1);
      return;
    }
    title.setText(titleText);
    summary.setText(summaryText);
    name.setText(nameText);
    double titleWidth = Math.min(inner, Math.ceil(title.prefWidth(-1)));
    double nameWidth = Math.ceil(name.prefWidth(-1));
    boolean both = titleWidth + 4 + nameWidth <= inner - (badge.isVisible() ? 2 * BADGE : 0);
    double left = side + (inner - titleWidth - (both ? nameWidth + 4 : 0)) / 2;
    title.resizeRelocate(left, 9, titleWidth, 18);
    name.setVisible(both);
    name.resizeRelocate(left + titleWidth + 4, 9, nameWidth, 18);
    double summaryWidth = Math.min(inner, Math.ceil(summary.prefWidth(-1)));
    summary.resizeRelocate(side + (inner - summaryWidth) / 2, 27, summaryWidth, SUMMARY_LINE);
  }

  /** In letters that can be read from far away there is room for little. */
  private void layoutLarge(double inner, double height) {
    head.setVisible(false);
    boolean tiny = detail == Detail.TINY;
    boolean narrow = Anatomy.narrow(node.layer());
    boolean titled = layoutTitle(inner, tiny ? TINY_LINES : 1);
    double line = Math.ceil(shape.getFont().getSize() * LINE_HEIGHT);
    double taken = tiny || narrow ? titled ? title.getLayoutY() + title.getHeight() : TITLE_TOP : PANE_TOP + NodePane.PICTURE;
    boolean shaped = line + SHAPE_BELOW <= height - taken && LargeTitle.width(shape.getFont(), shapeSaid) <= inner;
    shape.setText(shapeSaid);
    shape.setVisible(shaped);
    shape.resizeRelocate(side, height - line - SHAPE_BELOW, inner, line);
    icon.setVisible(!titled && (tiny || narrow));
    if (!titled && narrow && !tiny) {
      standOver();
    }
    icon.relocate((getWidth() - icon.prefWidth(-1)) / 2, (height - icon.prefHeight(-1)) / 2);
  }

  /** The title of a narrow node stands over it, where no wire says anything and it keeps clear of the titles beside it. */
  private void standOver() {
    Font font = title.getFont();
    double high = Math.ceil(font.getSize() * LINE_HEIGHT);
    double wide = LargeTitle.width(font, titleText);
    if (QUIET.contains(desk.model().lens()) && high <= CanvasPlaces.ABOVE && wide <= getWidth() + 2 * Anatomy.GAP) {
      title.setText(titleText);
      title.setVisible(true);
      title.resizeRelocate((getWidth() - wide) / 2, -high, wide, high);
    }
  }

  /** @return whether the title can be said in so many lines */
  private boolean layoutTitle(double inner, int lines) {
    Font font = title.getFont();
    boolean said = lines > 1 ? LargeTitle.write(title, LargeTitle.broken(font, titleText, inner, lines)
        .or(() -> LargeTitle.broken(font, shortTitle, inner, lines)))
        : LargeTitle.write(title, LargeTitle.width(font, titleText) <= inner ? Optional.of(titleText)
            : LargeTitle.fitted(font, shortTitle, inner));
    double high = Math.ceil(font.getSize() * LINE_HEIGHT) * Math.max(1, title.getText().lines().count());
    title.resizeRelocate(side, TITLE_TOP - 2, inner, high);
    return said;
  }
}
