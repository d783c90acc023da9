package studio.backprop.ui.design.designer;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import studio.backprop.doctor.Finding;
import studio.backprop.network.Node;
import studio.backprop.network.Problem;
import studio.backprop.network.Problem.Severity;
import studio.backprop.network.repair.Repair;
import studio.backprop.train.Fault;
import studio.backprop.ui.design.designer.edit.Camera;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.design.designer.edit.Draft;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Pulse;

/** Controller of the problem and fault cards over the network, of which at most one is open. */
final class CanvasCards {
  private final CanvasDesk desk;
  private final DesignerModel model;
  private final ProblemCard problem;
  private final FaultCard fault;

  CanvasCards(CanvasDesk desk, Pulse pulse) {
    this.desk = desk;
    this.model = desk.model();
    this.problem = new ProblemCard(desk);
    this.fault = new FaultCard(desk, pulse);
  }

  void bind() {
    for (ObservableValue<?> cause : causes()) {
      cause.subscribe(this::show);
    }
  }

  private List<ObservableValue<?>> causes() {
    Camera camera = model.camera();
    return List.of(model.hand().draftProperty(), model.hand().refusalProperty(), model.hand().conversationProperty(),
        model.lookedAtProperty(),
        desk.run().statusProperty(), model.selectedWireProperty(), model.advice().allowedProperty(),
        model.mending().askedProperty(), model.mending().closedProperty(), model.mending().questionProperty(), model.lensProperty(),
        model.document().selectionProperty(), model.document().projectProperty(), model.document().repairsFoundProperty(),
        desk.lang().textsProperty(), camera.zoomProperty(), camera.offsetXProperty(), camera.offsetYProperty());
  }

  ProblemCard problem() {
    return problem;
  }

  FaultCard fault() {
    return fault;
  }

  /** Makes the fault card show the findings of the training diagnosis. */
  void hearDoctor(ObservableValue<List<Finding>> findings) {
    fault.hear(findings);
  }

  /**
   * Commands that accept a repair while its card is open.
   *
   * @param seen whether the canvas is visible
   */
  List<Command> repairCommands(ObservableBooleanValue seen) {
    BooleanBinding open = problem.offeringProperty().and(seen);
    return List.of(
        Command.of("command.repair", Command.Group.NETWORK, Icon.SETTINGS, "Enter", () -> model.mending().mendOr(0, () -> {})).when(open),
        Command.of("command.repair.unwire", Command.Group.NETWORK, Icon.CLOSE, "Delete",
            () -> model.mending().first(Repair.Kind.UNWIRE).ifPresent(model::mend)).when(open.and(problem.unwiresProperty())));
  }

  /** Shows what the current gesture would break, why the last one was refused, or the problem of the selected or hovered node. */
  void show() {
    Optional<Fault> stopped = desk.run().statusProperty().get().fault().filter(f -> model.network().find(f.node()).isPresent());
    showFault(stopped);
    Optional<Draft> draft = model.hand().draft().filter(d -> d.objection().isPresent());
    Optional<Problem> offered = model.mending().offered().filter(p -> model.mending().place(p).isPresent());
    Optional<Problem> looked = model.lookedAtProperty().get()
        .flatMap(id -> model.findings(id).stream().findFirst())
        .filter(p -> !model.mending().isClosed(p));
    if (draft.isPresent()) {
      Problem objection = draft.get().objection().get();
      Node target = model.network().node(draft.get().target().orElse(objection.node()));
      problem.say(target, objection.sentence(), draft.get().refused() ? "draft.refused" : "draft.keep");
    } else if (model.hand().refusalProperty().get().isPresent()) {
      Problem refusal = model.hand().refusalProperty().get().get();
      problem.say(model.network().node(refusal.node()), refusal.sentence(), "refusal.advice");
    } else if (model.hand().conversationProperty().get().isPresent()) {
      problem.hide();
    } else if (offered.isPresent()) {
      problem.offer(model.mending().place(offered.get()).get(), offered.get(), model.mending().repairs());
    } else if (fault.wanted(stopped)) {
      problem.hide();
    } else if (looked.isPresent()) {
      String advice = looked.get().severity() == Severity.HINT ? "hint.advice" : "problem.advice";
      problem.say(model.network().node(looked.get().node()), looked.get().sentence(), advice);
    } else {
      problem.hide();
    }
  }

  /** Fault card, unless another card is open. */
  private void showFault(Optional<Fault> stopped) {
    boolean quiet = model.hand().conversationProperty().get().isEmpty() && model.mending().offered().isEmpty();
    if (quiet && fault.wanted(stopped)) {
      fault.show(stopped.get());
    } else {
      fault.hide();
    }
  }
}
