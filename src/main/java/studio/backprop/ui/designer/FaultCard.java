package studio.backprop.ui.designer;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backprop.data.PreparedData;
import studio.backprop.network.Node;
import studio.backprop.train.Fault;
import studio.backprop.train.Project;
import studio.backprop.train.Remedy;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.run.Curve;

/** Why training stopped by itself, in the learner's numbers, and what to try. */
final class FaultCard extends VBox {
  private static final double WIDTH = 460;
  /** Weights whose loss is so many times that of the first step have left the road. */
  private static final double LOST = 10;

  private final Desk desk;
  private final Label head = new Label();
  private final Label reason = new Label();
  private final FlowPane remedies = new FlowPane(8, 8);
  private Optional<Fault> shown = Optional.empty();
  private Optional<Fault> closed = Optional.empty();

  FaultCard(Desk desk) {
    this.desk = desk;
    desk.lang().textsProperty().subscribe(texts -> shown.filter(fault -> isVisible()).ifPresent(this::say));
    getStyleClass().addAll("card", "pop", "bad", "problem-card", "fault-card");
    head.getStyleClass().add("strong");
    head.setWrapText(true);
    reason.setWrapText(true);
    Button close = new Button(null, Icon.CLOSE.view());
    close.getStyleClass().addAll("icon-only", "flat");
    close.setOnAction(event -> close());
    desk.hints().explain(close, "fault.close");
    var icon = Icon.FAULT.view();
    icon.getStyleClass().add("bad");
    HBox.setHgrow(head, Priority.ALWAYS);
    head.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(new HBox(10, icon, head, close), reason, remedies);
    setManaged(false);
    setVisible(false);
  }

  /** Whether there is a fault to speak of that nobody has closed. */
  boolean wanted(Optional<Fault> fault) {
    if (fault.isEmpty()) {
      closed = fault;
      shown = fault;
    }
    return fault.isPresent() && !fault.equals(closed) && desk.run().runProperty().get() != null;
  }

  void show(Fault fault) {
    if (!shown.equals(Optional.of(fault)) || !isVisible()) {
      shown = Optional.of(fault);
      say(fault);
    }
    setVisible(true);
    applyCss();
    place(desk.model().network().node(fault.node()));
  }

  /** Once for each fault, since its reason is the rate of that moment. */
  private void say(Fault fault) {
    Project project = desk.model().document().project();
    PreparedData data = desk.run().runProperty().get().data();
    head.setText(desk.lang().say("fault.head", fault.step(), fault.step() - 1));
    reason.setText(desk.lang().say(Remedy.reason(project, data)));
    remedies.getChildren().setAll(Remedy.of(fault, project, data, lost(fault)).stream().map(this::button).toList());
    remedies.getChildren().get(0).getStyleClass().add("main");
  }

  private boolean lost(Fault fault) {
    Curve loss = desk.run().loss();
    return fault.step() == 1 || loss.size() == 0 || !(loss.last() < LOST * loss.most(0));
  }

  private Button button(Remedy remedy) {
    Button button = new Button(desk.lang().say(remedy.title()));
    button.setMnemonicParsing(false);
    button.setOnAction(event -> attempt(remedy));
    return button;
  }

  private void attempt(Remedy remedy) {
    desk.run().forgive();
    remedy.edit().ifPresent(edit -> {
      desk.model().document().apply(edit);
      if (remedy.afresh()) {
        desk.run().reset();
      }
      desk.run().play();
    });
  }

  private void close() {
    closed = shown;
    hide();
  }

  void hide() {
    setVisible(false);
  }

  private void place(Node node) {
    Camera camera = desk.model().camera();
    Places places = desk.model().places();
    Box anchor = camera.onScreen(places.box(node));
    List<Box> others = desk.model().network().nodes().stream().map(places::box).map(camera::onScreen).toList();
    double width = Math.min(WIDTH, camera.window().width() - 32);
    Box place = CardPlace.find(camera.window(), anchor, List.of(anchor), others, width, prefHeight(width));
    resizeRelocate(place.x(), place.y(), place.width(), place.height());
  }
}
