package studio.backprop.ui.design.designer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.data.PreparedData;
import studio.backprop.doctor.Finding;
import studio.backprop.doctor.Remedy;
import studio.backprop.doctor.TriedRemedy;
import studio.backprop.network.Node;
import studio.backprop.project.Project;
import studio.backprop.train.Fault;
import studio.backprop.train.metric.Metric;
import studio.backprop.train.metric.Quantity;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.Camera;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.CanvasPlaces;
import studio.backprop.ui.kit.CloseButton;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.workspace.run.Curve;
import studio.backprop.ui.workspace.run.PredictionRequests;
import studio.backprop.ui.workspace.run.StepLog;

/** Card that explains why training stopped by itself, in the numbers of the run, with remedies. */
final class FaultCard extends VBox {
  private static final double WIDTH = 560;
  /** Steps listed before the failed one. */
  private static final int STEPS = 3;
  /** Loss relative to the first step beyond which the weights count as diverged. */
  private static final double LOST = 10;

  private final CanvasDesk desk;
  private final Label head = new Label();
  private final Label reason = Labels.wrapped("");
  private final GridPane losses = new GridPane();
  private final FlowPane remedies = new FlowPane(8, 8);
  private final Label tried = new Label();
  private final PredictionRequests questions;
  private Optional<Fault> shown = Optional.empty();
  private Optional<Fault> closed = Optional.empty();
  private Optional<ObservableValue<List<Finding>>> doctor = Optional.empty();

  FaultCard(CanvasDesk desk, Pulse pulse) {
    this.desk = desk;
    this.questions = new PredictionRequests(desk.run(), pulse, "remedies", 0);
    desk.lang().textsProperty().subscribe(texts -> shown.filter(fault -> isVisible()).ifPresent(this::sayAnew));
    desk.model().advice().allowedProperty().subscribe((before, now) -> shown.filter(fault -> isVisible()).ifPresent(this::sayAnew));
    getStyleClass().addAll("card", "pop", "bad", "problem-card", "fault-card");
    head.getStyleClass().add("strong");
    head.setWrapText(true);
    Button close = new CloseButton(this::close, "flat");
    desk.hints().explain(close, "fault.close");
    var icon = Icon.FAULT.view();
    icon.getStyleClass().add("bad");
    HBox.setHgrow(head, Priority.ALWAYS);
    head.setMaxWidth(Double.MAX_VALUE);
    losses.getStyleClass().add("losses");
    losses.setMinWidth(USE_PREF_SIZE);
    reason.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(reason, Priority.ALWAYS);
    tried.getStyleClass().addAll("note", "mut");
    tried.setWrapText(true);
    getChildren().addAll(new HBox(10, icon, head, close), new HBox(16, reason, losses), remedies, tried);
    setManaged(false);
    setVisible(false);
  }

  /** Shows the reason and the remedies of the training diagnosis from now on. */
  void hear(ObservableValue<List<Finding>> findings) {
    doctor = Optional.of(findings);
    findings.subscribe(all -> shown.filter(fault -> isVisible() && diagnosis(fault).isPresent()).ifPresent(this::sayAnew));
  }

  private Optional<Finding> diagnosis(Fault fault) {
    return doctor.stream().flatMap(found -> found.getValue().stream())
        .filter(finding -> finding.kind() == Finding.Kind.NOT_FINITE && finding.nodes().contains(fault.node())).findFirst();
  }

  /** Whether there is a fault that was not dismissed. */
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
    fit(fault);
  }

  private void sayAnew(Fault fault) {
    say(fault);
    fit(fault);
  }

  /** Resizes to its text. */
  private void fit(Fault fault) {
    applyCss();
    desk.model().network().find(fault.node()).ifPresent(this::place);
  }

  /** Text is set once per fault: its reason contains the learning rate of that moment. */
  private void say(Fault fault) {
    Project project = desk.model().document().project();
    PreparedData data = desk.run().runProperty().get().data();
    head.setText(desk.lang().say("fault.head", fault.step(), fault.step() - 1));
    listLosses(fault);
    Optional<Finding> diagnosis = diagnosis(fault);
    if (doctor.isPresent() && diagnosis.isEmpty()) {
      reason.setText("");
      remedies.getChildren().clear();
      tried.setText(desk.lang().say("fault.examined"));
      return;
    }
    reason.setText(desk.lang().say(diagnosis.map(Finding::why).orElseGet(() -> Remedy.reason(fault, project, data))));
    boolean offers = desk.model().advice().allowedProperty().get().remedies();
    for (Region part : List.of(remedies, tried)) {
      part.setVisible(offers);
      part.setManaged(offers);
    }
    if (offers) {
      offer(fault, diagnosis, project, data);
    }
  }

  /** Offers remedies, and tests them on a replica in the background. */
  private void offer(Fault fault, Optional<Finding> diagnosis, Project project, PreparedData data) {
    Stream<Remedy> first = diagnosis.filter(finding -> finding.cause().isPresent()).stream()
        .flatMap(finding -> finding.experiments().stream().limit(1));
    List<Remedy> all = Stream.concat(first, Remedy.of(fault, project, data, lost(fault)).stream()).toList();
    remedies.getChildren().setAll(all.stream().map(this::button).toList());
    recommend(all.get(0));
    if (questions.free()) {
      tried.setText(desk.lang().say("fault.trying"));
      questions.ask(replica -> TriedRemedy.firstToHelp(all, project, replica), trial -> {
        if (shown.equals(Optional.of(fault)) && isVisible()) {
          say(trial);
          fit(fault);
        }
      });
    }
  }

  private void recommend(Remedy remedy) {
    remedies.getChildren().forEach(button -> {
      button.getStyleClass().remove("main");
      if (button.getUserData() == remedy) {
        button.getStyleClass().add("main");
      }
    });
  }

  /** Result of the trial runs: recommends the remedy that helped. */
  private void say(Optional<TriedRemedy> trial) {
    trial.map(TriedRemedy::remedy).ifPresent(this::recommend);
    tried.setText(trial.map(t -> desk.lang().say(
        "fault.tried", desk.lang().say(t.remedy().title()), desk.lang().numbers().compact(t.loss()), t.steps()))
        .orElseGet(() -> desk.lang().say("fault.tried.in_vain")));
  }

  /** Losses of the last steps, up to the failed one. */
  private void listLosses(Fault fault) {
    losses.getChildren().clear();
    losses.add(Labels.whole(desk.lang().say("fault.losses"), "strong"), 0, 0, 2, 1);
    StepLog log = desk.run().history().log();
    int loss = desk.run().history().column(Quantity.batch(Metric.LOSS));
    int line = 1;
    for (int row = Math.max(0, log.rowAt(fault.step()) - STEPS); row < log.size() && log.step(row) < fault.step(); row++) {
      losses.addRow(line++, Labels.whole(String.valueOf((long) log.step(row)), "mut"),
          Labels.whole(desk.lang().numbers().compact(log.value(row, loss)), "value"));
    }
    boolean inLoss = fault.sentence().key().equals("fault.forward");
    String word = desk.lang().say(inLoss ? "fault.infinite" : "fault.failed");
    losses.addRow(line, Labels.whole(String.valueOf(fault.step()), "bad"), Labels.whole(word, "value", "bad"));
  }

  private boolean lost(Fault fault) {
    Curve loss = desk.run().history().loss();
    return fault.step() == 1 || loss.size() == 0 || !(loss.last() < LOST * loss.most(0));
  }

  private Button button(Remedy remedy) {
    Button button = new Button(desk.lang().say(remedy.title()));
    button.setMnemonicParsing(false);
    button.setUserData(remedy);
    button.setOnAction(event -> desk.run().restarts().attempt(remedy, true));
    return button;
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
    CanvasPlaces places = desk.model().places();
    Box anchor = camera.onScreen(places.box(node));
    List<Box> others = desk.model().network().nodes().stream().map(places::box).map(camera::onScreen).toList();
    double width = Math.min(WIDTH, camera.window().width() - 32);
    Box place = CardPlacement.find(camera.window(), anchor, List.of(anchor), others, width, prefHeight(width));
    resizeRelocate(place.x(), place.y(), place.width(), place.height());
  }
}
