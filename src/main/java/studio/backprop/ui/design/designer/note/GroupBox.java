package studio.backprop.ui.design.designer.note;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.backprop.network.Analysis;
import studio.backprop.network.GroupOutline;
import studio.backprop.network.Node;
import studio.backprop.network.NodeGroup;
import studio.backprop.network.Problem;
import studio.backprop.tensor.Shape;
import studio.backprop.train.Fault;
import studio.backprop.ui.design.designer.edit.Anatomy;
import studio.backprop.ui.design.designer.edit.BackwardSweep;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.Detail;
import studio.backprop.ui.design.designer.edit.Draft;
import studio.backprop.ui.design.designer.edit.GroupView;
import studio.backprop.ui.design.designer.edit.LargeTitle;
import studio.backprop.ui.design.designer.edit.PortView;
import studio.backprop.ui.design.designer.edit.Wording;
import studio.backprop.ui.kit.Icon;

/** Box of a folded group with a summary of its contents. Wires from and to the outside end at it. */
public final class GroupBox extends Region implements GroupView {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass SIMPLE = PseudoClass.getPseudoClass("simple");
  private static final PseudoClass TINY = PseudoClass.getPseudoClass("tiny");
  private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
  private static final PseudoClass HINT = PseudoClass.getPseudoClass("hint");
  private static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");
  private static final PseudoClass SWEPT = PseudoClass.getPseudoClass("swept");
  private static final double MARGIN = 10;
  private static final double FOOT = 30;
  private static final double BUTTON = 24;
  private static final double LIST_TOP = 50;
  private static final double ROW = 17;

  private final CanvasDesk desk;
  private final Wording wording;
  private final Label title = label("node-title");
  private final Label summary = label("node-summary");
  private final VBox layers = new VBox();
  private final Region rule = new Region();
  private final Label shapes = label("node-shape");
  private final FontIcon badge = Icon.PROBLEM.view();
  private final Button unfold = new Button(null, Icon.WIDEN.view());
  private final PortView in = new PortView(true);
  private final PortView out = new PortView(false);
  private NodeGroup group;
  private String shapeText = "";
  private String shortShape = "";

  public GroupBox(CanvasDesk desk, Wording wording, NodeGroup group, Runnable unfoldIt) {
    this.desk = desk;
    this.wording = wording;
    this.group = group;
    getStyleClass().addAll("designer-node", "group-box");
    setAccessibleRole(AccessibleRole.BUTTON);
    setFocusTraversable(true);
    setManaged(false);
    rule.getStyleClass().add("node-rule");
    layers.getStyleClass().add("group-layers");
    layers.setMouseTransparent(true);
    badge.getStyleClass().add("node-badge");
    badge.setPickOnBounds(true);
    badge.setOnMouseClicked(event -> findings().stream().findFirst().ifPresent(desk.model().mending()::ask));
    unfold.getStyleClass().addAll("flat", "fold");
    unfold.setFocusTraversable(false);
    unfold.accessibleTextProperty().bind(desk.lang().bind("group.unfold"));
    unfold.setOnAction(event -> unfoldIt.run());
    desk.hints().explain(unfold, KeyCombination.valueOf("G"), "group.unfold.help");
    getChildren().addAll(title, summary, layers, rule, shapes, badge, unfold, in, out);
    getChildren().forEach(child -> child.setManaged(false));
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setMouseTransparent(true);
    return label;
  }

  @Override
  public NodeGroup group() {
    return group;
  }

  @Override
  public Box place() {
    return desk.places().box(desk.model().network().node(group.members().get(0)));
  }

  private GroupOutline outline() {
    return new GroupOutline(desk.model().network(), group);
  }

  private List<Node> members() {
    return desk.model().network().nodes().stream().filter(node -> group.has(node.id())).toList();
  }

  private List<Problem> findings() {
    return desk.model().document().findings().stream()
        .filter(problem -> group.has(problem.node()) && desk.model().findings(problem.node()).contains(problem)).toList();
  }

  public void show(NodeGroup shown) {
    group = shown;
    Analysis analysis = desk.model().document().analysis();
    long parameters = members().stream().mapToLong(analysis::parameterCount).sum();
    title.setText(GroupNames.of(group, desk.lang()));
    summary.setText(desk.lang().say("group.size", group.members().size(), parameters));
    String gives = shape(analysis.shape(desk.model().groups().exit(group)));
    shapeText = outline().takes() ? shape(given()) + " → " + gives : gives;
    shortShape = outline().takes() ? "→ " + gives : gives;
    shapes.setText(shapeText);
    showTrouble();
    in.setVisible(outline().takes());
    out.setVisible(outline().gives());
    setAccessibleText(desk.lang().say("group.spoken.folded", GroupNames.of(group, desk.lang()), summary.getText(), shapeText));
    fillLayers();
    placeNow();
    requestLayout();
  }

  private Optional<Shape> given() {
    int entry = desk.model().groups().entry(group);
    Analysis analysis = desk.model().document().analysis();
    return desk.model().network().sources(entry).stream().findFirst().flatMap(node -> analysis.shape(node.id()));
  }

  private String shape(Optional<Shape> shape) {
    return shape.map(wording::shape).orElse("?");
  }

  private void showTrouble() {
    boolean problem = members().stream().anyMatch(node -> !desk.model().problems(node.id()).isEmpty());
    boolean hint = !problem && !findings().isEmpty();
    pseudoClassStateChanged(PROBLEM, problem);
    pseudoClassStateChanged(HINT, hint);
    badge.setIconCode((hint ? Icon.WARNING : Icon.PROBLEM).view().getIconCode());
    badge.setVisible(problem || hint);
  }

  /** As many of its layers as fit, in the colours of their groups. */
  private void fillLayers() {
    int room = (int) ((Anatomy.height(desk.model().lens()) - LIST_TOP - FOOT) / ROW);
    List<Node> order = desk.model().document().analysis().order().stream().filter(node -> group.has(node.id())).toList();
    boolean all = order.size() <= room;
    layers.getChildren().setAll(order.stream().limit(all ? room : room - 1).map(this::row).toList());
    if (!all) {
      layers.getChildren().add(label("node-summary"));
      ((Label) layers.getChildren().get(layers.getChildren().size() - 1)).setText(desk.lang().say("group.more", order.size() - room + 1));
    }
  }

  private HBox row(Node node) {
    Region band = new Region();
    band.getStyleClass().addAll("band", node.type().group().name().toLowerCase(Locale.ROOT));
    Label kind = label("node-summary");
    kind.setText(Stream.of(wording.kind(node), wording.summary(desk.model().document().analysis(), node)).filter(words -> !words.isEmpty())
        .reduce((a, b) -> a + " · " + b).orElse(""));
    HBox row = new HBox(band, kind);
    row.getStyleClass().add("row");
    row.setMinHeight(ROW);
    row.setMaxHeight(ROW);
    return row;
  }

  public void showSelected(Set<Integer> selection) {
    pseudoClassStateChanged(SELECTED, group.members().stream().anyMatch(selection::contains));
  }

  public void showDetail(Detail detail) {
    pseudoClassStateChanged(SIMPLE, detail == Detail.SIMPLE);
    pseudoClassStateChanged(TINY, detail == Detail.TINY);
    boolean full = detail == Detail.FULL;
    summary.setVisible(full);
    rule.setVisible(full);
    unfold.setVisible(full);
    layers.setVisible(detail != Detail.TINY); // without their words at a small size
    requestLayout();
  }

  /** Font size in px that is readable at this zoom. */
  public void showLetters(int px) {
    setStyle(px == Detail.DEFAULT_LETTERS ? "" : "-fx-font-size: " + px + "px;");
  }

  public void showButton(boolean shown) {
    unfold.setVisible(shown);
  }

  public void showFault(Optional<Fault> fault) {
    boolean here = fault.filter(f -> group.has(f.node())).isPresent();
    pseudoClassStateChanged(FAULT, here);
    showTrouble();
    if (here) {
      badge.setIconCode(Icon.FAULT.view().getIconCode());
      badge.setVisible(true);
    }
  }

  /** Highlights it while the backward pass is in one of its nodes. */
  public void showSwept(BackwardSweep sweep) {
    pseudoClassStateChanged(SWEPT, group.members().stream().anyMatch(sweep::in));
  }

  public void showDraft(Optional<Draft> draft) {
    int entry = desk.model().groups().entry(group);
    int exit = desk.model().groups().exit(group);
    boolean forward = draft.filter(Draft::forward).isPresent();
    in.show(look(draft, entry, forward));
    out.show(look(draft, exit, !forward));
  }

  private static PortView.Look look(Optional<Draft> draft, int node, boolean far) {
    if (draft.isEmpty()) {
      return PortView.Look.REST;
    } else if (!far) {
      return draft.get().node() == node ? PortView.Look.ACTIVE : PortView.Look.REST;
    }
    boolean aimed = draft.get().target().filter(target -> target == node).isPresent();
    return aimed && draft.get().objection().isPresent() ? PortView.Look.UNFIT
        : draft.get().fitting().contains(node) ? PortView.Look.FITTING : PortView.Look.REST;
  }

  public void placeNow() {
    Box box = place();
    resizeRelocate(box.x(), box.y(), box.width(), box.height());
  }

  @Override
  protected void layoutChildren() {
    double inner = getWidth() - 2 * MARGIN;
    double height = getHeight();
    boolean full = summary.isVisible();
    double right = MARGIN + (badge.isVisible() ? BUTTON : 0) + (full ? BUTTON : 0);
    double line = full ? 18 : Math.ceil(title.prefHeight(-1));
    title.resizeRelocate(MARGIN, 9, getWidth() - MARGIN - right, line);
    unfold.resizeRelocate(getWidth() - BUTTON - 4, 6, BUTTON, BUTTON);
    badge.relocate(getWidth() - 24 - (full ? BUTTON : 0), 8);
    summary.resizeRelocate(MARGIN, 27, inner, 16);
    layers.resizeRelocate(MARGIN, LIST_TOP, inner, height - LIST_TOP - FOOT);
    rule.resizeRelocate(MARGIN, height - FOOT, inner, 1);
    double foot = full ? 16 : Math.ceil(shapes.prefHeight(-1));
    shapes.setAlignment(Pos.CENTER_LEFT);
    LargeTitle.write(title, LargeTitle.fitted(title.getFont(), GroupNames.of(group, desk.lang()), getWidth() - MARGIN - right));
    LargeTitle.write(shapes, Stream.of(shapeText, shortShape).filter(words -> LargeTitle.width(shapes.getFont(), words) <= inner)
        .findFirst());
    shapes.resizeRelocate(MARGIN, height - foot - 8, inner, foot);
    in.centerAt(0, Anatomy.PORT_Y);
    out.centerAt(getWidth(), Anatomy.PORT_Y);
  }
}
