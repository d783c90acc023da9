package studio.backprop.ui.design.designer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polygon;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Problem;
import studio.backprop.network.Problem.Place;
import studio.backprop.network.Problem.Severity;
import studio.backprop.network.repair.Repair;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.Camera;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.CanvasPlaces;
import studio.backprop.ui.design.designer.edit.Shift;
import studio.backprop.ui.design.designer.edit.Wording;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.WorkNote;

/** Card at a port with a problem and its repairs; never covers the nodes that it names. */
final class ProblemCard extends VBox {
  private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
  private static final double MIN_WIDTH = 300;
  private static final double WIDTH = 420;
  private static final double PADDING = 16;
  private static final double ARROW = 8;
  /** Height of the status line, which stays visible. */
  private static final double FOOT = 36;
  /** Width of a repair's title between icon and key; a wrapping text needs it. */
  private static final double TITLE = 270;

  private final CanvasDesk desk;
  private final Label sentence = new Label();
  private final Label advice = new Label();
  private final VBox repairs = new VBox(8);
  private final HBox lead = new HBox(10);
  private final WorkNote looking;
  private final Polygon arrow = new Polygon();
  private final ReadOnlyBooleanWrapper offering = new ReadOnlyBooleanWrapper(this, "offering");
  private final ReadOnlyBooleanWrapper unwires = new ReadOnlyBooleanWrapper(this, "unwires");
  private List<Repair> offered = List.of();
  private Texts offeredIn;
  private Runnable placing = () -> {};

  ProblemCard(CanvasDesk desk) {
    this.desk = desk;
    getStyleClass().addAll("card", "pop", "problem-card");
    sentence.setWrapText(true);
    advice.setWrapText(true);
    advice.getStyleClass().addAll("mut", "note");
    setManaged(false);
    setVisible(false);
    arrow.setManaged(false);
    arrow.getStyleClass().add("card-arrow");
    looking = new WorkNote(desk.lang(), "problem.looking");
    looking.visibleProperty().subscribe((before, now) -> requestPlace());
    getChildren().addAll(lead, looking, repairs, advice, arrow);
    desk.model().mending().previewProperty().subscribe(preview -> repairs.getChildren().forEach(this::showFirst));
  }

  /**
   * Message that disappears by itself.
   *
   * @param adviceKey key of the advice; empty if the message includes it
   */
  void say(Node near, Message said, String adviceKey) {
    setMouseTransparent(true);
    clear();
    advice.setText(adviceKey.isEmpty() ? "" : desk.lang().say(adviceKey));
    show(near, Place.INPUT, desk.lang().say(said), Severity.BROKEN);
  }

  /** Problem with its repairs, possibly still being searched; the best is previewed on the canvas. */
  void offer(Node near, Problem problem, List<Repair> found) {
    setMouseTransparent(false);
    boolean open = desk.model().mending().questionProperty().get().isPresent();
    boolean waits = desk.model().mending().looking();
    advice.setText(found.isEmpty() && !waits ? desk.lang().say("problem.advice") : "");
    if (!found.equals(offered) || offeredIn != desk.lang().texts() || !isVisible()) {
      clear();
      offered = found;
      offeredIn = desk.lang().texts();
      for (int i = 0; i < found.size(); i++) {
        repairs.getChildren().add(button(found.get(i), i));
      }
      previewFirst();
    }
    looking.workingProperty().set(waits);
    String said = desk.lang().say(problem.sentence());
    show(near, problem.place(), found.isEmpty() && !waits || open ? said : new Wording(desk.lang()).fact(said), problem.severity());
  }

  /** Whether it shows repairs that a key accepts. */
  ReadOnlyBooleanProperty offeringProperty() {
    return offering.getReadOnlyProperty();
  }

  /** Whether one of them removes a wire. */
  ReadOnlyBooleanProperty unwiresProperty() {
    return unwires.getReadOnlyProperty();
  }

  private void clear() {
    looking.workingProperty().set(false);
    repairs.getChildren().clear();
    offered = List.of();
    desk.model().mending().preview(Optional.empty());
  }

  private void previewFirst() {
    desk.model().mending().preview(offered.stream().findFirst());
  }

  private Button button(Repair repair, int place) {
    Text title = new Text(desk.lang().say(repair.title()));
    title.getStyleClass().add("repair-title");
    title.setWrappingWidth(TITLE);
    Label consequence = new Label(desk.lang().say(repair.consequence()));
    consequence.getStyleClass().addAll("note", "mut");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label key = new Label(keyOf(repair, place));
    key.getStyleClass().add("key");
    key.setMinWidth(USE_PREF_SIZE);
    key.setVisible(!key.getText().isEmpty());
    HBox row = new HBox(12, icon(repair).view(), new VBox(1, title, consequence), gap, key);
    row.getStyleClass().add("repair-row");
    Button button = new Button(null, row);
    button.getStyleClass().add("repair");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setUserData(repair);
    button.setAccessibleText(title.getText() + ", " + consequence.getText());
    button.setOnAction(event -> desk.model().mend(repair));
    button.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
      if (pressed.getCode() == KeyCode.ENTER) {
        button.fire();
        pressed.consume();
      }
    });
    button.hoverProperty().subscribe((before, over) -> previewOr(repair, over));
    button.focusedProperty().subscribe((before, now) -> previewOr(repair, now));
    row.setPrefWidth(WIDTH - 4 * PADDING);
    return button;
  }

  private void previewOr(Repair repair, boolean wanted) {
    if (wanted) {
      desk.model().mending().preview(Optional.of(repair));
      repairs.getChildren().forEach(button -> button.pseudoClassStateChanged(FIRST, button.getUserData() == repair));
    } else if (offered.contains(repair)) {
      previewFirst();
    }
  }

  /** With no button under the mouse, the first repair is previewed. */
  private void showFirst(javafx.scene.Node button) {
    button.pseudoClassStateChanged(FIRST, repairs.getChildren().indexOf(button) == 0);
  }

  /** Keys as on the canvas: Enter for the first, digits, and Delete for the wire. */
  private String keyOf(Repair repair, int place) {
    if (desk.model().mending().first(Repair.Kind.UNWIRE).filter(repair::equals).isPresent()) {
      return "Del";
    }
    return place == 0 ? "Enter" : place <= 2 ? String.valueOf(place + 1) : "";
  }

  private static Icon icon(Repair repair) {
    return switch (repair.kind()) {
      case INSERT -> Icon.WIDEN;
      case CHANGE -> Icon.SETTINGS;
      case WIRE -> Icon.LINK;
      case REMOVE -> Icon.DELETE;
      case UNWIRE -> Icon.CLOSE;
    };
  }

  private void show(Node near, Place at, String said, Severity severity) {
    boolean broken = severity == Severity.BROKEN;
    FontIcon icon = (broken ? Icon.PROBLEM : Icon.WARNING).view();
    icon.getStyleClass().add(broken ? "bad" : "warn");
    lead.getChildren().setAll(icon, sentence);
    getStyleClass().removeAll("bad", "warn");
    getStyleClass().add(broken ? "bad" : "warn");
    sentence.setText(said);
    advice.setManaged(!advice.getText().isEmpty());
    advice.setVisible(advice.isManaged()); // where it was laid out before, it would catch the mouse over a button
    repairs.setManaged(!repairs.getChildren().isEmpty());
    setVisible(true);
    offering.set(!offered.isEmpty());
    unwires.set(desk.model().mending().first(Repair.Kind.UNWIRE).isPresent());
    placing = () -> place(near, at);
    requestPlace();
  }

  private void requestPlace() {
    if (isVisible()) {
      applyCss();
      placing.run();
    }
  }

  void hide() {
    offering.set(false);
    if (isVisible()) {
      setVisible(false);
      clear();
    }
  }

  /** Below the node, its neighbours and what a repair would add; without room there, where it covers the least. */
  private void place(Node node, Place at) {
    Camera camera = desk.model().camera();
    CanvasPlaces places = desk.model().places();
    Network network = desk.model().network();
    List<Node> spoken = new ArrayList<>(network.sources(node.id()));
    spoken.addAll(network.targets(node.id()));
    spoken.add(node);
    Optional<Network> preview = desk.model().mending().previewProperty().get();
    Shift way = preview.map(after -> desk.model().growth().way(after)).orElse(Shift.NONE);
    List<Box> near = new ArrayList<>(spoken.stream().map(n -> places.box(n).moved(way.dxOf(n.id()), 0)).map(camera::onScreen).toList());
    preview.stream().flatMap(after -> after.nodes().stream()).filter(added -> network.find(added.id()).isEmpty())
        .map(places::box).map(camera::onScreen).forEach(near::add);
    List<Box> others = network.nodes().stream().filter(other -> !spoken.contains(other)).map(places::box).map(camera::onScreen).toList();
    double width = offered.isEmpty() ? Math.min(WIDTH, Math.max(MIN_WIDTH, prefWidth(-1))) : WIDTH;
    Box anchor = camera.onScreen(places.box(node).moved(way.dxOf(node.id()), 0));
    double portX = at == Place.INPUT ? anchor.x() : at == Place.OUTPUT ? anchor.right() : anchor.centerX();
    double height = prefHeight(width);
    Optional<CardUnder> under = CardUnder.find(room(camera), portX, near, width, height);
    Box place = under.map(CardUnder::card).orElseGet(() -> CardPlacement.find(camera.window(), anchor, near, others, width, height));
    resizeRelocate(place.x(), place.y(), place.width(), place.height());
    arrow.setVisible(under.isPresent());
    under.ifPresent(u -> point(portX - place.x(), u.below() ? 1 : height - 1, u.below() ? -1 : 1));
  }

  /** The card may cover the plots below, but neither the bars of the canvas nor the status line. */
  private Box room(Camera camera) {
    Box window = camera.window();
    double foot = getScene() == null ? window.bottom() : getParent().sceneToLocal(0, getScene().getHeight() - FOOT).getY();
    return new Box(window.x(), window.y(), window.width(), Math.max(window.bottom(), foot) - window.y());
  }

  /** @param up −1 if the arrow points up from the card's edge, 1 if down */
  private void point(double x, double y, int up) {
    double tip = Math.max(2 * ARROW, Math.min(getWidth() - 2 * ARROW, x));
    arrow.getPoints().setAll(tip - ARROW, y, tip, y + up * ARROW, tip + ARROW, y);
  }
}
