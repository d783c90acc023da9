package studio.backprop.ui.window.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.PreparedData;
import studio.backprop.data.TableData;
import studio.backprop.network.Problem;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.project.Agent;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.run.Run;
import studio.backprop.run.Status;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** Texts of the status bar: readiness, size, data and training setup. */
public final class StatusModel {
  private static final String UNUSED = "hint.unused";

  private final DocumentModel document;
  private final RunModel run;
  private final Lang lang;

  private final StringBinding state;
  private final BooleanBinding healthy;
  private final BooleanBinding cautious;
  private final BooleanBinding empty;
  private final StringBinding size;
  private final Map<TrainingSetup, StringBinding> setup = new EnumMap<>(TrainingSetup.class);
  private final BooleanBinding loading;
  private final StringBinding history;

  public StatusModel(DocumentModel document, RunModel run, Lang lang) {
    this.document = document;
    this.run = run;
    this.lang = lang;
    state = Bindings.createStringBinding(this::say, document.projectProperty(), run.statusProperty(), lang.textsProperty());
    healthy = Bindings.createBooleanBinding(
        () -> document.ready() && run.statusProperty().get().reason().isEmpty(), document.projectProperty(), run.statusProperty());
    cautious = Bindings.createBooleanBinding(() -> healthy.get() && !document.analysis().hints().isEmpty(), document.projectProperty(),
        healthy);
    empty = Bindings.createBooleanBinding(() -> document.network().nodes().isEmpty(), document.projectProperty());
    size = Bindings.createStringBinding(this::saySize, document.projectProperty(), lang.textsProperty());
    history = Bindings.createStringBinding(this::sayHistory, run.frameProperty(), run.runProperty(), lang.textsProperty());
    loading = Bindings.createBooleanBinding(
        () -> run.statusProperty().get().state() == Status.State.LOADING && document.ready(), run.statusProperty(),
        document.projectProperty());
    for (TrainingSetup part : TrainingSetup.values()) {
      setup.put(part, Bindings.createStringBinding(() -> say(part), document.projectProperty(), run.runProperty(), lang.textsProperty()));
    }
  }

  /** Whether the network is empty. */
  public BooleanBinding empty() {
    return empty;
  }

  /** Whether it is training or ready, the first problem, or why training stopped. */
  public StringBinding state() {
    return state;
  }

  public BooleanBinding healthy() {
    return healthy;
  }

  /** Whether it can train with warnings. */
  public BooleanBinding cautious() {
    return cautious;
  }

  /** Parameters, memory of the weights, operations per example. */
  public StringBinding size() {
    return size;
  }

  /** Memory of the checkpoints; empty without any. */
  public StringBinding history() {
    return history;
  }

  public BooleanBinding loading() {
    return loading;
  }

  /** Part of the training setup, such as "batch 32". */
  public StringBinding setup(TrainingSetup part) {
    return setup.get(part);
  }

  private String say() {
    List<Problem> problems = document.problemsProperty().get();
    if (!problems.isEmpty()) {
      return lang.say(problems.get(0).sentence());
    }
    Status status = run.statusProperty().get();
    return status.reason().map(lang::say).orElseGet(() -> status.state() == Status.State.LOADING ? lang.say("status.loading") : sayValid());
  }

  /** Valid does not imply that all of it is used. */
  private String sayValid() {
    List<Problem> hints = document.analysis().hints();
    String unread = hints.stream().filter(hint -> hint.sentence().key().equals(UNUSED))
        .map(hint -> document.network().node(hint.node()).name())
        .collect(Collectors.joining(lang.say("status.and")));
    return !unread.isEmpty() ? lang.say("status.unread", unread) : hints.stream().findFirst().map(hint -> lang.say(hint.sentence()))
        .orElseGet(this::sayProgress);
  }

  private String sayProgress() {
    return lang.say(switch (run.statusProperty().get().state()) {
      case PLAYING -> "status.playing";
      case FINISHED -> "status.finished";
      case PAUSED -> run.history().isEmpty() ? "status.valid" : "status.paused";
      default -> "status.valid";
    });
  }

  private String saySize() {
    long parameters = document.analysis().parameterCount();
    return lang.say(
        "status.size",
        lang.numbers().whole(parameters),
        lang.numbers().bytes(parameters * Float.BYTES),
        lang.numbers().whole(document.analysis().flops()));
  }

  private String sayHistory() {
    Run current = run.runProperty().get();
    if (current == null || current.checkpointLog().newest() == current.checkpointLog().first()) {
      return "";
    }
    return lang.say("status.history", lang.numbers().bytes(current.checkpointLog().bytes()), current.checkpointLog().checkpoints().length);
  }

  private String say(TrainingSetup part) {
    TrainingSettings training = document.project().training();
    return switch (part) {
      case DATA -> data();
      case OPTIMIZER -> lang.say(OptimizerCatalog.typeOf(training.optimizer()).title());
      case LOSS -> loss();
      case BATCH -> lang.say("status.batch", lang.numbers().whole(training.batch()));
      case SEED -> lang.say("status.seed", String.valueOf(training.seed()));
    };
  }

  private String loss() {
    return document.network().outputs().stream()
        .findFirst()
        .map(node -> lang.say(node.layer().lossRule().orElseThrow().loss().title()))
        .orElseGet(() -> lang.say("status.no_loss"));
  }

  /** An agent has an environment instead of examples. */
  private String environment(Agent agent) {
    int actions = agent.environment().actions().size();
    return lang.say("status.environment", lang.say(agent.environment().title()), lang.numbers().whole(actions));
  }

  private String data() {
    Project project = document.project();
    String id = project.data().dataset();
    String known = lang.known("data." + id, id);
    if (project.assignment() instanceof Agent agent) {
      return environment(agent);
    }
    String title = project.table().filter(table -> id.equals(DatasetCatalog.OWN_TABLE)).map(TableData::name).orElse(known);
    Run current = run.runProperty().get();
    if (current == null || !current.project().data().equals(document.project().data())) {
      return title;
    }
    PreparedData data = current.data();
    return lang.say("status.data", title, lang.numbers().whole(data.trainRows()), lang.numbers().whole(data.validationRows()));
  }
}
