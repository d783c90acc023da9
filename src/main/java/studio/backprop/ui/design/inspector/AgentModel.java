package studio.backprop.ui.design.inspector;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Environments;
import studio.backprop.environment.Grid;
import studio.backprop.environment.GridMap;
import studio.backprop.network.Edit;
import studio.backprop.observe.Snapshot;
import studio.backprop.project.Agent;
import studio.backprop.project.Project;
import studio.backprop.project.agent.AgentMethod;
import studio.backprop.project.agent.MethodCatalog;
import studio.backprop.project.agent.MethodType;
import studio.backprop.project.agent.QLearning;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.NumberRange;
import studio.backprop.ui.kit.form.FormModel;
import studio.backprop.ui.kit.form.Kept;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.Exploration;
import studio.backprop.ui.workspace.run.RunModel;

/** Settings and state of the project's agent. Every change is an edit of the document. */
final class AgentModel {
  private static final AgentMethod NONE = QLearning.STANDARD;

  private final DocumentModel document;
  private final RunModel run;
  private final VariantModel<AgentMethod> method;
  private final NumberModel look;

  AgentModel(DocumentModel document, RunModel run) {
    this.document = document;
    this.run = run;
    ObservableValue<AgentMethod> kept = document.projectProperty().map(AgentModel::methodOf);
    this.method = new VariantModel<>(RecordKind.METHODS, "method", kept, new Edits(), this::choose);
    ObservableValue<Double> steps = document.projectProperty().map(project -> (double) agent(project).map(Agent::look).orElse(1));
    this.look = Kept.number(NumberRange.whole(Agent.LEAST_LOOK, Agent.MOST_LOOK), steps,
        typed -> edit(Message.of("agent.look"), "agent.look", agent -> agent.withLook((int) Math.round(typed))));
  }

  private static Optional<Agent> agent(Project project) {
    return project.assignment() instanceof Agent agent ? Optional.of(agent) : Optional.empty();
  }

  private static AgentMethod methodOf(Project project) {
    return agent(project).map(Agent::method).orElse(NONE);
  }

  ObservableValue<Boolean> actsProperty() {
    return document.projectProperty().map(project -> agent(project).isPresent());
  }

  /** Environment of the agent; empty without an agent. */
  ObservableValue<Optional<Environment>> worldProperty() {
    return document.projectProperty().map(project -> agent(project).flatMap(agent -> Environments.find(agent.data().dataset())));
  }

  /** Grid map, where the environment has one. */
  ObservableValue<Optional<GridMap>> mapProperty() {
    return document.projectProperty().map(project -> agent(project).flatMap(Agent::drawnMap));
  }

  /**
   * Changes a square of the map; those of a drag are one edit.
   *
   * @return whether the map still has a start and a goal
   */
  boolean put(int place, Grid.Square square) {
    Optional<GridMap> now = mapProperty().getValue();
    Optional<GridMap> changed = now.flatMap(map -> map.with(place, square));
    changed.filter(map -> !map.equals(now.get())).ifPresent(map -> edit(Message.of("map.title"), "agent.map", agent -> agent.withMap(map)));
    return changed.isPresent() || now.filter(map -> map.grid().square(place) == square).isPresent();
  }

  void reward(UnaryOperator<GridMap> change) {
    edit(Message.of("map.rewards"), "agent.rewards", agent -> agent.drawnMap().map(map -> agent.withMap(change.apply(map))).orElse(agent));
  }

  /** Changes the environment, with a network that fits it. */
  void choose(Environment environment) {
    boolean other = agent(document.project()).filter(agent -> !agent.data().dataset().equals(environment.id())).isPresent();
    if (other) {
      document.apply(
          new Edit<>(Message.of("inspector.edit.training", environment.title()), "", project -> Agent.actingIn(project, environment)));
    }
  }

  AgentMethod learnsBy() {
    return methodOf(document.project());
  }

  VariantModel<AgentMethod> method() {
    return method;
  }

  /** Environment steps between two evaluations. */
  NumberModel look() {
    return look;
  }

  Optional<AgentSnapshot> sight() {
    return run.snapshot().flatMap(Snapshot::agent);
  }

  /** Updates up to the shown step; empty before there is a run. */
  OptionalLong step() {
    return run.snapshot().stream().mapToLong(Snapshot::step).findFirst();
  }

  Exploration exploration() {
    return new Exploration(document, run);
  }

  /** Adds a listener to every snapshot of the run. */
  void onNews(Runnable heard) {
    run.frameProperty().subscribe(heard);
  }

  void settle() {
    document.settle();
  }

  /** A change of the method resets the run: the new method cannot continue from the old one's state. */
  private void choose(RecordKind<AgentMethod> chosen) {
    MethodType type = MethodCatalog.typeOf(chosen.fresh());
    boolean learned = !run.history().isEmpty();
    document.apply(new Edit<>(Message.of("inspector.edit.training", type.title()), "", project -> Agent.learningBy(project, type)));
    if (learned && document.ready()) {
      run.restarts().reset();
    }
  }

  private void edit(Message what, String merge, UnaryOperator<Agent> change) {
    document.apply(new Edit<>(Message.of("inspector.edit.training", what), merge,
        project -> agent(project).map(agent -> project.withAssignment(change.apply(agent))).orElse(project)));
  }

  private final class Edits implements FormModel.Edits<AgentMethod> {
    @Override
    public void change(Setting setting, String merge, UnaryOperator<AgentMethod> change) {
      edit(setting.title(), merge, agent -> agent.withMethod(change.apply(agent.method())));
    }

    @Override
    public void settle() {
      document.settle();
    }
  }
}
