package studio.backprop.ui.designer;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backprop.network.Node;
import studio.backprop.train.Fault;
import studio.backprop.train.Remedy;
import studio.backprop.train.Run;
import studio.backprop.ui.kit.Icon;

/** Why training stopped by itself, in the learner's numbers, and what to try. */
final class FaultCard extends VBox {
  private static final double WIDTH = 460;

  private final Desk desk;
  private final Label head = new Label();
  private final Label sentence = new Label();
  private final Label reason = new Label();
  private final FlowPane remedies = new FlowPane(8, 8);
  private Optional<Fault> shown = Optional.empty();
  private Optional<Fault> closed = Optional.empty();

  FaultCard(Desk desk) {
    this.desk = desk;
    getStyleClass().addAll("card", "pop", "bad", "problem-card", "fault-card");
    head.getStyleClass().add("strong");
    head.setWrapText(true);
    sentence.setWrapText(true);
    sentence.getStyleClass().add("mut");
    reason.setWrapText(true);
    Button close = new Button(null, Icon.CLOSE.view());
    close.getStyleClass().addAll("icon-only", "flat");
    close.setOnAction(event -> close());
    desk.hints().explain(close, "fault.close");
    var icon = Icon.FAULT.view();
    icon.getStyleClass().add("bad");
    HBox.setHgrow(head, Priority.ALWAYS);
    head.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(new HBox(10, icon, head, close), reason, remedies, sentence);
    setManaged(false);
    setVisible(false);
  }

  /** Whether there is a fault to speak of that nobody has closed. */
  boolean wanted(Optional<Fault> fault) {
    return fault.isPresent() && !fault.equals(closed) && desk.run().runProperty().get() != null;
  }

  void show(Fault fault) {
    Run run = desk.run().runProperty().get();
    if (!shown.equals(Optional.of(fault)) || !isVisible()) {
      shown = Optional.of(fault);
      List<Remedy> found = Remedy.of(fault, run.project(), run.data());
      remedies.getChildren().setAll(found.stream().map(this::button).toList());
      remedies.getChildren().get(0).getStyleClass().add("accent");
    }
    head.setText(desk.lang().say("fault.head", fault.step(), fault.step() - 1));
    reason.setText(desk.lang().say(Remedy.reason(run.project(), run.data())));
    sentence.setText(desk.lang().say(fault.sentence()));
    setVisible(true);
    applyCss();
    place(desk.model().network().node(fault.node()));
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
